package dev.belay.emulator;

import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.file.BrokenWorldFileException;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

/** Management groups and the subscriptions in them. */
final class ManagementGroupsTest {

    private static final String GROUPS = "/providers/Microsoft.Management/managementGroups/";
    private static final String TENANT = "00000000-0000-0000-0000-000000000001";
    private static final String MAIN = "00000000-0000-0000-0000-000000000002";
    private static final String WORLD =
            ",managementGroups:[{name:'shop',displayName:'Shop'},{name:'till',parent:'shop'}],"
                    + "subscriptions:[{id:'"
                    + MAIN
                    + "',name:'Main',managementGroup:'till'},"
                    + "{id:'00000000-0000-0000-0000-000000000003',name:'Side'}]";

    private final Rig arm = Rig.with(WORLD);

    private static String parent(String group) {
        return "{properties:{displayName:'New',details:{parent:{id:'" + GROUPS + group + "'}}}}";
    }

    private static String path(ArmResponse answer, String header) {
        return URI.create(answer.headers().first(header).orElseThrow()).getPath();
    }

    @Test
    void the_root_group_is_always_there_documented() {
        ArmResponse root = Rig.empty().get(GROUPS + TENANT);

        assertThat(text(root, "/id")).isEqualTo(GROUPS + TENANT);
        assertThat(text(root, "/properties/displayName")).isEqualTo("Tenant Root Group");
        assertThat(root.json().orElseThrow().at("/properties/details/parent")).isEmpty();
        assertThat(Rig.empty().delete(GROUPS + TENANT).status()).isEqualTo(400);
    }

    @Test
    void the_world_file_makes_the_hierarchy() {
        ArmResponse till = arm.get(GROUPS + "till");
        ArmResponse tree = arm.get(GROUPS + TENANT + "?$expand=children&$recurse=true");
        Json children = tree.json().orElseThrow().at("/properties/children").orElseThrow();

        assertThat(text(till, "/properties/details/parent/id")).isEqualTo(GROUPS + "shop");
        assertThat(text(till, "/properties/details/parent/displayName")).isEqualTo("Shop");
        assertThat(children.textAt("/0/name")).contains("shop");
        assertThat(children.textAt("/0/children/0/name")).contains("till");
        assertThat(children.textAt("/0/children/0/children/0/id")).contains(SUBSCRIPTION);
        assertThat(children.textAt("/1/displayName")).contains("Side");
        assertThat(text(arm.get(GROUPS), "/value/1/name")).isEqualTo("shop");
        assertThat(arm.get(GROUPS).json().orElseThrow().at("/value/1/properties/details"))
                .isEmpty();
        assertThat(text(arm.get(GROUPS + "till/subscriptions/" + MAIN), "/properties/displayName"))
                .isEqualTo("Main");
        assertThat(text(arm.get("/subscriptions"), "/value/1/displayName")).isEqualTo("Side");
    }

    @Test
    void a_world_file_with_an_unknown_parent_is_told_where() {
        assertThatThrownBy(() -> Rig.with(",managementGroups:[{name:'a',parent:'nobody'}]"))
                .isInstanceOf(BrokenWorldFileException.class)
                .hasMessageContaining("ParentGroupNotFound");
    }

    @Test
    void a_new_group_is_accepted_and_polled_to_its_end_recorded() {
        ArmResponse accepted = arm.put(GROUPS + "new?api-version=2021-04-01", parent("shop"));
        String status = path(accepted, "Azure-AsyncOperation");
        String result = path(accepted, "Location");
        ArmResponse going = arm.get(status);
        ArmResponse waiting = arm.get(result);
        arm.pass(Duration.ofMinutes(1));
        ArmResponse done = arm.get(status);
        ArmResponse made = arm.get(result);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(text(accepted, "/status")).isEqualTo("NotStarted");
        assertThat(status)
                .isEqualTo(
                        "/providers/Microsoft.Management/operationResults/create/asyncOperation/"
                                + "status/managementGroups/new");
        assertThat(result)
                .isEqualTo(
                        "/providers/Microsoft.Management/operationResults/create/managementGroups/"
                                + "new");
        assertThat(going.status()).isEqualTo(200);
        assertThat(text(going, "/status")).isEqualTo("Running");
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(text(done, "/status")).isEqualTo("Succeeded");
        assertThat(text(done, "/properties/displayName")).isEqualTo("New");
        assertThat(text(made, "/id")).isEqualTo(GROUPS + "new");
        assertThat(text(arm.get(GROUPS + "new"), "/properties/details/parent/name"))
                .isEqualTo("shop");
    }

    @Test
    void an_existing_group_is_answered_at_once_with_its_next_version_recorded() {
        ArmResponse again =
                arm.put(GROUPS + "shop", "{name:'shop',properties:{details:{parent:{}}}}");
        ArmResponse patched = arm.send(Method.PATCH, GROUPS + "till", "{displayName:'Tills'}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(text(again, "/properties/displayName")).isEqualTo("Shop");
        assertThat(again.json().orElseThrow().at("/properties/details/version"))
                .contains(Json.of(2));
        assertThat(text(again, "/properties/details/parent/name")).isEqualTo(TENANT);
        assertThat(patched.status()).isEqualTo(200);
        assertThat(text(patched, "/properties/displayName")).isEqualTo("Tills");
        assertThat(text(patched, "/properties/details/parent/name")).isEqualTo("shop");
    }

    @Test
    void a_group_moves_but_not_below_itself_documented() {
        ArmResponse circle = arm.put(GROUPS + "shop", parent("till"));
        ArmResponse moved =
                arm.send(
                        Method.PATCH, GROUPS + "till", "{parentGroupId:'" + GROUPS + TENANT + "'}");

        assertThat(circle.status()).isEqualTo(400);
        assertThat(text(moved, "/properties/details/parent/name")).isEqualTo(TENANT);
        assertThat(arm.get(GROUPS + "shop?$expand=children").body()).contains("\"children\":null");
    }

    @Test
    void a_group_with_children_is_not_deleted_documented() {
        ArmResponse groups = arm.delete(GROUPS + "shop");
        ArmResponse subscriptions = arm.delete(GROUPS + "till");

        assertThat(groups.status()).isEqualTo(400);
        assertThat(subscriptions.status()).isEqualTo(400);
        assertThat(message(subscriptions)).contains("child management groups or subscriptions");
    }

    @Test
    void an_empty_group_is_deleted_with_what_hangs_on_it_recorded() {
        arm.put(
                GROUPS + "till/providers/Microsoft.Resources/deployments/d",
                "{location:'westus',properties:{mode:'Incremental',template:{'$schema':"
                    + "'https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#',"
                    + "contentVersion:'1.0.0.0',resources:[]}}}");
        arm.pass(Duration.ofMinutes(1));
        arm.delete(GROUPS + "till/subscriptions/" + MAIN);

        ArmResponse accepted = arm.delete(GROUPS + "till");
        arm.pass(Duration.ofMinutes(1));
        ArmResponse end = arm.get(path(accepted, "Azure-AsyncOperation"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(text(accepted, "/status")).isEqualTo("NotStarted");
        assertThat(text(end, "/status")).isEqualTo("Succeeded");
        assertThat(code(arm.get(GROUPS + "till"))).isEqualTo("NotFound");
        assertThat(message(arm.get(GROUPS + "till"))).isEqualTo("'" + GROUPS + "till' not found");
        assertThat(arm.world().deployments()).isEmpty();
    }

    @Test
    void a_subscription_lies_in_one_group_and_falls_back_to_the_root_documented() {
        ArmResponse moved = arm.put(GROUPS + "shop/subscriptions/" + MAIN, "{}");
        ArmResponse before = arm.get(GROUPS + "till/subscriptions/" + MAIN);
        ArmResponse released = arm.delete(GROUPS + "shop/subscriptions/" + MAIN);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(text(moved, "/properties/parent/id")).isEqualTo(GROUPS + "shop");
        assertThat(before.status()).isEqualTo(404);
        assertThat(released.status()).isEqualTo(200);
        assertThat(arm.get(GROUPS + TENANT + "/subscriptions/" + MAIN).status()).isEqualTo(200);
        assertThat(arm.put(GROUPS + "shop/subscriptions/nobody", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_tenant_deployment_makes_groups_under_their_parents_documented() {
        String group =
                "{type:'Microsoft.Management/managementGroups',apiVersion:'2021-04-01',name:'NAME',"
                        + "dependsOn:[DEPENDS],properties:{displayName:'NAME',details:{parent:{id:'"
                        + GROUPS
                        + "PARENT'}}}}";
        String template =
                "{'$schema':'https://schema.management.azure.com/schemas/2019-08-01/tenantDeploymentTemplate.json#',"
                    + "contentVersion:'1.0.0.0',resources:["
                        + group.replace("NAME", "inner")
                                .replace("PARENT", "outer")
                                .replace("DEPENDS", "'outer'")
                        + ","
                        + group.replace("NAME", "outer")
                                .replace("PARENT", "shop")
                                .replace("DEPENDS", "")
                        + ",{type:'Microsoft.Management/managementGroups/subscriptions',"
                        + "apiVersion:'2021-04-01',name:'inner/"
                        + MAIN
                        + "',dependsOn:['inner']}]}";

        arm.put(
                "/providers/Microsoft.Resources/deployments/tree",
                "{location:'westus',properties:{mode:'Incremental',template:" + template + "}}");
        arm.pass(Duration.ofMinutes(5));

        ArmResponse root = arm.get("/providers/Microsoft.Resources/deployments/tree");
        assertThat(text(root, "/properties/provisioningState"))
                .as(root.body())
                .isEqualTo("Succeeded");
        assertThat(text(arm.get(GROUPS + "inner"), "/properties/details/parent/name"))
                .isEqualTo("outer");
        assertThat(arm.get(GROUPS + "inner/subscriptions").body()).contains(MAIN);
        assertThat(arm.get(GROUPS + "till/subscriptions/" + MAIN).status()).isEqualTo(404);
    }
}
