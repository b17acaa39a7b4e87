package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.StoredResource;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * Mode Complete. Evidence: documented (learn.microsoft.com, "deployment-modes" and
 * "deployment-complete-mode-deletion") unless a test says something else.
 */
class CompleteModeTest {

    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final String NSG = "Microsoft.Network/networkSecurityGroups";
    private static final String BODY =
            "{'location': 'westeurope', 'kind': 'StorageV2', 'sku': {'name': 'Standard_LRS'},"
                    + " 'properties': {}}";
    private static final ResourceId OLD = resource(STORAGE, "old1");
    private static final ResourceId OLD_NSG = resource(NSG, "oldnsg");

    private static Scene scene() {
        return new Scene()
                .put(OLD, "2023-05-01", BODY)
                .put(OLD_NSG, "2023-11-01", "{'location': 'westeurope', 'properties': {}}");
    }

    private static String state(JsonObject deployment) {
        return deployment.textAt("/properties/provisioningState").orElseThrow();
    }

    private static boolean stands(Scene scene, ResourceId id) {
        return scene.world().find(id).isPresent();
    }

    private static List<String> operations(Scene scene, String name) {
        return scene.record(name).operations().stream()
                .map(one -> one.kind() + " " + one.target().map(ResourceId::name).orElse("-"))
                .toList();
    }

    @Test
    void what_the_template_lacks_is_deleted_after_all_writes_with_its_automatic_children() {
        Scene scene = scene();
        assertThat(scene.world().resources().below(OLD)).isNotEmpty();

        JsonObject shown = scene.complete("one", template(storage("new1", "")));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(shown.textAt("/properties/mode")).contains("Complete");
        assertThat(stands(scene, resource(STORAGE, "new1"))).isTrue();
        assertThat(stands(scene, OLD)).isFalse();
        assertThat(stands(scene, OLD_NSG)).isFalse();
        assertThat(scene.world().resources().below(OLD)).isEmpty();
        // DeploymentCleanup without a target, after the creates: recorded; Delete: documented kind.
        assertThat(operations(scene, "one"))
                .containsExactly(
                        "Create new1", "DeploymentCleanup -", "Delete oldnsg", "Delete old1");
        assertThat(scene.record("one").operations())
                .extracting(DeploymentRecord.Operation::state)
                .containsOnly("Succeeded");
        assertThat(shown.at("/properties/outputResources").orElseThrow().toText())
                .contains("new1")
                .doesNotContain("old1");
    }

    @Test
    void nothing_is_deleted_by_a_deployment_that_fails() {
        Scene scene = scene().refuse(resource(STORAGE, "new1"), "StorageAccountAlreadyTaken");

        JsonObject shown = scene.complete("one", template(storage("new1", "")));

        assertThat(state(shown)).isEqualTo("Failed");
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(stands(scene, OLD_NSG)).isTrue();
        assertThat(operations(scene, "one")).containsExactly("Create new1");
    }

    @Test
    void types_that_the_table_leaves_alone_stay() {
        ResourceId zone = resource("Microsoft.Network/dnsZones", "shop.test");
        ResourceId record = ResourceId.of(zone.path() + "/CNAME/www");
        Scene scene =
                new Scene()
                        .put(zone, "2018-05-01", "{'location': 'global', 'properties': {}}")
                        .put(
                                record,
                                "2018-05-01",
                                "{'properties': {'TTL': 60, 'CNAMERecord': {'cname': 'a.test'}}}");

        JsonObject shown =
                scene.complete(
                        "one",
                        template(
                                "{'type': 'Microsoft.Network/dnsZones', 'apiVersion': '2018-05-01',"
                                        + " 'name': 'shop.test', 'location': 'global'}"));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, record)).isTrue();
    }

    @Test
    void resources_of_a_nested_deployment_into_the_group_count_as_the_templates_own() {
        Scene scene = scene();
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'properties': {'mode': 'Incremental', 'template': "
                        + template(storage("old1", ""))
                        + "}}";

        JsonObject shown = scene.complete("one", template(nested));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(stands(scene, OLD_NSG)).isFalse();
    }

    @Test
    void other_groups_that_a_nested_deployment_reaches_are_never_cleaned() {
        var other = new Scope.ResourceGroup(Scene.SUBSCRIPTION, "other");
        ResourceId bystander = ResourceId.of(other.path() + "/providers/" + STORAGE + "/bystander");
        Scene scene = scene().group("other").put(bystander, "2023-05-01", BODY);
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'resourceGroup': 'other', 'properties': {'mode':"
                        + " 'Incremental', 'template': "
                        + template(storage("new1", ""))
                        + "}}";

        JsonObject shown = scene.complete("one", template(nested));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, bystander)).isTrue();
        assertThat(stands(scene, OLD)).isFalse();
    }

    @Test
    void a_false_condition_deletes_since_2019_05_10_and_keeps_before() {
        String template = template(storage("old1", ", 'condition': false"));

        Scene older = scene();
        older.complete("one", template, "2018-05-01");
        Scene newer = scene();
        newer.complete("one", template, "2019-05-10");

        assertThat(stands(older, OLD)).isTrue();
        assertThat(stands(older, OLD_NSG)).isFalse();
        assertThat(stands(newer, OLD)).isFalse();
    }

    @Test
    void a_managed_resource_stays() {
        ResourceId disk = resource("Microsoft.Compute/disks", "managed");
        Scene scene =
                new Scene()
                        .put(
                                disk,
                                "2023-04-02",
                                "{'location': 'westeurope', 'properties': {'creationData':"
                                        + " {'createOption': 'Empty'}, 'diskSizeGB': 8}}")
                        .change(
                                world -> {
                                    StoredResource stored = world.find(disk).orElseThrow();
                                    JsonObject body =
                                            stored.body().with("managedBy", Json.of(OLD.path()));
                                    return world.with(stored.withBody(body));
                                });

        JsonObject shown = scene.complete("one", template(""));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, disk)).isTrue();
    }

    /** Text and code reported (Azure/azure-cli#26873, Azure/azure-rest-api-specs#43400). */
    @Test
    void above_resource_groups_the_mode_is_refused() {
        Scene scene = scene();

        ArmResponse put =
                scene.send(
                        Method.PUT,
                        "/subscriptions/"
                                + Scene.SUBSCRIPTION
                                + "/providers/Microsoft.Resources/deployments/one",
                        "{'location': 'westeurope', 'properties': {'mode': 'Complete', 'template':"
                                + " "
                                + template("")
                                + "}}");

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidDeployment");
        assertThat(put.error().orElseThrow().message())
                .contains("mode 'Complete' is not supported for deployment at the current scope");
    }

    @Test
    void a_nested_deployment_must_be_incremental() {
        Scene scene = scene();
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'properties': {'mode': 'Complete', 'template': "
                        + template("")
                        + "}}";

        ArmResponse put = scene.deploy("one", template(nested));

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidTemplate");
        assertThat(put.error().orElseThrow().message()).contains("nested deployment 'inner'");
        assertThat(stands(scene, OLD)).isTrue();
    }
}
