package dev.belay.emulator.deployment;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.message;
import static dev.belay.emulator.Rig.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.Rig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Deployments above resource groups, and nested ones that cross scopes. */
final class ScopedDeploymentTest {

    private static final String SHOP = "/providers/Microsoft.Management/managementGroups/shop";
    private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments/";
    private static final String EMPTY = template("");

    private final Rig arm =
            Rig.with(
                    ",managementGroups:[{name:'shop',displayName:'Shop'}],"
                        + "subscriptions:[{id:'00000000-0000-0000-0000-000000000002',name:'Main',"
                        + "managementGroup:'shop'}]");

    static String template(String resources) {
        return template(resources, "");
    }

    static String template(String resources, String more) {
        return "{'$schema':'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',"
                   + "'contentVersion':'1.0.0.0','resources':["
                + resources
                + "]"
                + more
                + "}";
    }

    static String deployment(String template) {
        return "{location:'West Europe',properties:{mode:'Incremental',template:" + template + "}}";
    }

    /** A nested deployment with the members that say where it goes. */
    static String nested(String name, String where, String evaluation, String template) {
        return "{'type':'Microsoft.Resources/deployments','apiVersion':'2022-09-01','name':'"
                + name
                + "',"
                + where
                + "'properties':{'mode':'Incremental','expressionEvaluationOptions':{'scope':'"
                + evaluation
                + "'},'template':"
                + template
                + "}}";
    }

    private String state(String deployment) {
        return text(arm.get(deployment), "/properties/provisioningState");
    }

    private ArmResponse deployed(String scope, String name, String template) {
        ArmResponse accepted = arm.put(scope + DEPLOYMENTS + name, deployment(template));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        arm.pass(Duration.ofMinutes(5));
        return arm.get(scope + DEPLOYMENTS + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SHOP, "/subscriptions/00000000-0000-0000-0000-000000000002"})
    void a_deployment_runs_shows_itself_and_is_deleted_at_every_scope_recorded(String scope) {
        String path = scope + DEPLOYMENTS + "one";

        assertThat(code(arm.get(path))).isEqualTo("DeploymentNotFound");
        assertThat(arm.send(Method.HEAD, path, "").status()).isEqualTo(404);
        ArmResponse validated = arm.send(Method.POST, path + "/validate", deployment(EMPTY));
        ArmResponse accepted = arm.put(path, deployment(EMPTY));
        String poll =
                URI.create(accepted.headers().first("Azure-AsyncOperation").orElseThrow())
                        .getPath();
        ArmResponse during = arm.get(poll);
        arm.pass(Duration.ofMinutes(1));
        ArmResponse after = arm.get(poll);
        ArmResponse shown = arm.get(path);
        ArmResponse listed = arm.get(scope + DEPLOYMENTS);
        ArmResponse exported = arm.send(Method.POST, path + "/exportTemplate", "");

        assertThat(validated.status()).isEqualTo(200);
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(text(accepted, "/location")).isEqualTo("westeurope");
        assertThat(text(accepted, "/properties/provisioningState")).isEqualTo("Accepted");
        assertThat(poll).startsWith(path + "/operationStatuses/");
        assertThat(text(during, "/status")).isEqualTo("Accepted");
        assertThat(text(after, "/status")).isEqualTo("Succeeded");
        assertThat(text(shown, "/id")).isEqualTo(path);
        assertThat(text(shown, "/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(text(listed, "/value/0/name")).isEqualTo("one");
        assertThat(exported.status()).isEqualTo(200);
        assertThat(arm.get(path + "/operations").status()).isEqualTo(200);
        assertThat(arm.send(Method.HEAD, path, "").status()).isEqualTo(204);
        assertThat(code(arm.send(Method.POST, path + "/cancel", "")))
                .isEqualTo("DeploymentCannotBeCancelled");

        ArmResponse deleted = arm.delete(path);
        URI job = URI.create(deleted.headers().first("Location").orElseThrow());

        assertThat(deleted.status()).isEqualTo(202);
        assertThat(job.getPath())
                .startsWith(
                        scope.startsWith("/subscriptions")
                                ? scope + "/operationresults/"
                                : "/providers/Microsoft.Resources/operationResults/");
        assertThat(arm.get(job.getPath()).status()).isEqualTo(204);
        assertThat(arm.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SHOP, "/subscriptions/00000000-0000-0000-0000-000000000002"})
    void a_running_deployment_is_cancelled_at_every_scope_recorded(String scope) {
        String path = scope + DEPLOYMENTS + "one";
        arm.put(path, deployment(EMPTY));

        ArmResponse again = arm.put(path, deployment(EMPTY));
        ArmResponse cancelled = arm.send(Method.POST, path + "/cancel", "");

        assertThat(code(again)).isEqualTo("DeploymentActive");
        assertThat(cancelled.status()).isEqualTo(204);
        assertThat(state(path)).isEqualTo("Canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SHOP, "/subscriptions/00000000-0000-0000-0000-000000000002"})
    void a_location_is_demanded_and_stays_documented(String scope) {
        String path = scope + DEPLOYMENTS + "one";
        String nowhere = "{properties:{mode:'Incremental',template:" + EMPTY + "}}";

        ArmResponse missing = arm.put(path, nowhere);
        ArmResponse unvalidated = arm.send(Method.POST, path + "/validate", nowhere);
        deployed(scope, "one", EMPTY);
        ArmResponse moved = arm.put(path, deployment(EMPTY).replace("West Europe", "eastus"));
        ArmResponse same = arm.put(path, deployment(EMPTY).replace("West Europe", "westeurope"));

        assertThat(missing.status()).isEqualTo(400);
        assertThat(code(missing)).isEqualTo("InvalidDeployment");
        assertThat(message(missing))
                .startsWith("The 'location' property must be specified for 'one'.");
        assertThat(code(unvalidated)).isEqualTo("InvalidDeployment");
        assertThat(code(moved)).isEqualTo("InvalidDeploymentLocation");
        assertThat(message(moved))
                .isEqualTo(
                        "Invalid deployment location 'eastus'. The deployment 'one' already exists"
                                + " in location 'westeurope'.");
        assertThat(same.status()).isEqualTo(200);
    }

    @Test
    void a_scope_that_is_not_there_has_no_deployments_documented() {
        String nobody = SUBSCRIPTION.replace("0002", "0009") + DEPLOYMENTS + "one";
        String nothing = SHOP + "2" + DEPLOYMENTS + "one";

        assertThat(code(arm.put(nobody, deployment(EMPTY)))).isEqualTo("SubscriptionNotFound");
        assertThat(code(arm.put(nothing, deployment(EMPTY)))).isEqualTo("ManagementGroupNotFound");
        assertThat(code(arm.get(nothing))).isEqualTo("ManagementGroupNotFound");
    }

    @Test
    void a_subscription_deployment_makes_a_group_and_fills_it_by_a_nested_one_recorded() {
        String storage =
                "{'type':'Microsoft.Storage/storageAccounts','apiVersion':'2023-01-01',"
                    + "'name':'shop1','location':'[resourceGroup().location]','kind':'StorageV2',"
                    + "'sku':{'name':'Standard_LRS'},'tags':{'of':'[resourceGroup().tags.team]',"
                    + "'in':'[subscription().displayName]'}}";
        String group =
                "{'type':'Microsoft.Resources/resourceGroups','apiVersion':'2022-09-01',"
                        + "'name':'fresh','location':'North Europe','tags':{'team':'a'}}";
        String inner =
                nested(
                        "fill",
                        "'resourceGroup':'fresh','dependsOn':['fresh'],",
                        "inner",
                        template(
                                storage,
                                ",'outputs':{'id':{'type':'string','value':"
                                    + "'[resourceId(\\'Microsoft.Storage/storageAccounts\\',\\'shop1\\')]'}}"));

        ArmResponse root =
                deployed(
                        SUBSCRIPTION,
                        "root",
                        template(
                                group + "," + inner,
                                ",'outputs':{'made':{'type':'string','value':"
                                        + "'[reference(\\'fill\\').outputs.id.value]'}}"));

        String made = SUBSCRIPTION + "/resourceGroups/fresh";
        String shop = made + "/providers/Microsoft.Storage/storageAccounts/shop1";
        assertThat(text(root, "/properties/provisioningState"))
                .as(root.body())
                .isEqualTo("Succeeded");
        assertThat(text(root, "/properties/outputs/made/value")).isEqualTo(shop);
        assertThat(text(root, "/properties/outputResources/0/id")).isEqualTo(made);
        assertThat(text(root, "/properties/outputResources/1/id")).isEqualTo(shop);
        assertThat(text(arm.get(made), "/location")).isEqualTo("northeurope");
        assertThat(text(arm.get(shop), "/location")).isEqualTo("northeurope");
        assertThat(text(arm.get(shop), "/tags/of")).isEqualTo("a");
        assertThat(text(arm.get(shop), "/tags/in")).isEqualTo("Main");
        assertThat(state(made + DEPLOYMENTS + "fill")).isEqualTo("Succeeded");
        assertThat(
                        text(
                                arm.get(made + DEPLOYMENTS + "fill/operations"),
                                "/value/1/properties/targetResource/id"))
                .isEqualTo("");
        assertThat(
                        text(
                                arm.get(made + DEPLOYMENTS + "fill/operations"),
                                "/value/0/properties/targetResource/id"))
                .isEqualTo(shop);
        assertThat(arm.get(SUBSCRIPTION + DEPLOYMENTS + "root/operations").body())
                .contains(made + DEPLOYMENTS + "fill")
                .doesNotContain("shop1");
    }

    @Test
    void a_group_that_is_put_again_without_tags_loses_them_recorded() {
        arm.put(GROUP, "{location:'westus',tags:{team:'a'}}");

        ArmResponse root =
                deployed(
                        SUBSCRIPTION,
                        "root",
                        template(
                                "{'type':'Microsoft.Resources/resourceGroups','apiVersion':'2022-09-01',"
                                    + "'name':'rg','location':'westus'}"));

        assertThat(text(root, "/properties/provisioningState")).isEqualTo("Succeeded");
        assertThat(arm.get(GROUP).json().orElseThrow().at("/tags")).isEmpty();
    }

    @Test
    void a_group_in_another_location_fails_its_operation_documented() {
        ArmResponse root =
                deployed(
                        SUBSCRIPTION,
                        "root",
                        template(
                                "{'type':'Microsoft.Resources/resourceGroups','apiVersion':'2022-09-01',"
                                    + "'name':'rg','location':'eastus'}"));

        assertThat(text(root, "/properties/provisioningState")).isEqualTo("Failed");
        assertThat(text(root, "/properties/error/details/0/code"))
                .isEqualTo("InvalidResourceGroupLocation");
    }

    @Test
    void nested_deployments_go_from_the_tenant_down_to_a_group_and_back_up_documented() {
        String up =
                nested(
                        "up",
                        "'scope':'/','location':'westus',",
                        "inner",
                        template(
                                "",
                                ",'outputs':{'at':{'type':'string','value':'[tenant().tenantId]'}}"));
        String group =
                nested(
                        "g",
                        "'subscriptionId':'00000000-0000-0000-0000-000000000002','resourceGroup':'rg',",
                        "inner",
                        template(
                                up,
                                ",'outputs':{'at':{'type':'string','value':'[resourceGroup().id]'}}"));
        String subscription =
                nested(
                        "s",
                        "'subscriptionId':'00000000-0000-0000-0000-000000000002','location':'westus',",
                        "inner",
                        template(
                                group,
                                ",'outputs':{'at':{'type':'string','value':'[subscription().displayName]'}}"));
        String management =
                nested(
                        "m",
                        "'scope':'Microsoft.Management/managementGroups/shop','location':'westus',",
                        "inner",
                        template(
                                subscription,
                                ",'outputs':{'at':{'type':'string','value':"
                                        + "'[managementGroup().properties.displayName]'}}"));

        ArmResponse root = deployed("", "root", template(management));

        assertThat(text(root, "/properties/provisioningState"))
                .as(root.body())
                .isEqualTo("Succeeded");
        assertThat(text(arm.get(SHOP + DEPLOYMENTS + "m"), "/properties/outputs/at/value"))
                .isEqualTo("Shop");
        assertThat(text(arm.get(SUBSCRIPTION + DEPLOYMENTS + "s"), "/properties/outputs/at/value"))
                .isEqualTo("Main");
        assertThat(text(arm.get(GROUP + DEPLOYMENTS + "g"), "/properties/outputs/at/value"))
                .isEqualTo(GROUP);
        assertThat(text(arm.get(DEPLOYMENTS + "up"), "/properties/outputs/at/value"))
                .isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(text(arm.get(DEPLOYMENTS + "root"), "/id"))
                .isEqualTo("/providers/Microsoft.Resources/deployments/root");
    }

    @Test
    void an_outer_template_speaks_of_its_parents_scope_engine() {
        String outer =
                nested(
                        "o",
                        "'resourceGroup':'rg',",
                        "outer",
                        template(
                                "{'type':'Microsoft.Storage/storageAccounts','apiVersion':'2023-01-01',"
                                    + "'name':'shop2','location':'[deployment().location]',"
                                    + "'kind':'StorageV2','sku':{'name':'Standard_LRS'}}"));

        ArmResponse root = deployed(SUBSCRIPTION, "root", template(outer));

        assertThat(text(root, "/properties/provisioningState"))
                .as(root.body())
                .isEqualTo("Succeeded");
        assertThat(text(arm.get(Rig.STORAGE + "shop2"), "/location")).isEqualTo("westeurope");
    }

    @Test
    void a_nested_scope_that_is_not_there_is_refused_before_anything_is_done_recorded() {
        String into = nested("n", "'resourceGroup':'nowhere',", "inner", EMPTY);
        String deep =
                nested(
                        "d",
                        "'scope':'Microsoft.Management/managementGroups/no','location':'westus',",
                        "inner",
                        EMPTY);

        ArmResponse group =
                arm.put(SUBSCRIPTION + DEPLOYMENTS + "root", deployment(template(into)));
        ArmResponse management = arm.put(DEPLOYMENTS + "root", deployment(template(deep)));

        assertThat(group.status()).isEqualTo(404);
        assertThat(code(group)).isEqualTo("ResourceGroupNotFound");
        assertThat(management.status()).isEqualTo(404);
        assertThat(code(management)).isEqualTo("ManagementGroupNotFound");
        assertThat(arm.world().deployments()).isEmpty();
    }

    @Test
    void ids_and_reads_reach_across_scopes_documented() {
        arm.make(Rig.STORAGE + "shop1", Rig.STORAGE_BODY);
        String outputs =
                ",'outputs':{"
                        + output(
                                "sub",
                                "subscriptionResourceId(\\'Microsoft.Authorization/roleDefinitions\\',\\'r\\')")
                        + output(
                                "ten",
                                "tenantResourceId(\\'Microsoft.Authorization/policyDefinitions\\',\\'p\\')")
                        + output(
                                "mg",
                                "managementGroupResourceId(\\'shop\\',\\'Microsoft.Authorization/policyDefinitions\\',\\'p\\')")
                        + output(
                                "kind",
                                "reference(resourceId(subscription().subscriptionId,\\'rg\\',"
                                    + "\\'Microsoft.Storage/storageAccounts\\',\\'shop1\\'),\\'2023-01-01\\',\\'Full\\').kind")
                        + "}";

        ArmResponse root = deployed(SUBSCRIPTION, "root", template("", outputs));

        assertThat(text(root, "/properties/provisioningState"))
                .as(root.body())
                .isEqualTo("Succeeded");
        assertThat(text(root, "/properties/outputs/sub/value"))
                .isEqualTo(SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/r");
        assertThat(text(root, "/properties/outputs/ten/value"))
                .isEqualTo("/providers/Microsoft.Authorization/policyDefinitions/p");
        assertThat(text(root, "/properties/outputs/mg/value"))
                .isEqualTo(SHOP + "/providers/Microsoft.Authorization/policyDefinitions/p");
        assertThat(text(root, "/properties/outputs/kind/value")).isEqualTo("StorageV2");
    }

    private static String output(String name, String expression) {
        return "'" + name + "':{'type':'string','value':'[" + expression + "]'},";
    }

    @Test
    void the_history_of_a_scope_holds_800_records_documented() {
        Rig full =
                Rig.with(
                        ",deployments:[{scope:'"
                                + SUBSCRIPTION
                                + "',count:800,location:'westus'}],features:[{id:'"
                                + SUBSCRIPTION
                                + "/providers/Microsoft.Features/featureProviders/Microsoft.Resources/"
                                + "subscriptionFeatureRegistrations/DisableDeploymentGrooming',"
                                + "state:'Registered'}]");

        ArmResponse one = full.put(SUBSCRIPTION + DEPLOYMENTS + "one", deployment(EMPTY));

        assertThat(code(one)).isEqualTo("DeploymentQuotaExceeded");
        assertThat(full.put(DEPLOYMENTS + "one", deployment(EMPTY)).status()).isEqualTo(201);
        assertThat(Optional.of(message(one)).orElseThrow()).contains("'800'");
    }
}
