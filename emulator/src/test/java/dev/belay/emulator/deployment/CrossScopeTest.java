package dev.belay.emulator.deployment;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.SUBSCRIPTION;
import static dev.belay.emulator.Rig.code;
import static dev.belay.emulator.Rig.text;
import static dev.belay.emulator.deployment.Templates.deployment;
import static dev.belay.emulator.deployment.Templates.nested;
import static dev.belay.emulator.deployment.Templates.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.emulator.Rig;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Nested deployments that cross scopes, and groups that a subscription deployment makes. */
final class CrossScopeTest {

    private static final String SHOP = "/providers/Microsoft.Management/managementGroups/shop";
    private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments/";
    private static final String EMPTY = template("");

    private final Rig arm =
            Rig.with(
                    ",managementGroups:[{name:'shop',displayName:'Shop'}],"
                        + "subscriptions:[{id:'00000000-0000-0000-0000-000000000002',name:'Main',"
                        + "managementGroup:'shop'}]");

    private String state(String deployment) {
        return text(arm.get(deployment), "/properties/provisioningState");
    }

    private ArmResponse deployed(String scope, String name, String template) {
        ArmResponse accepted = arm.put(scope + DEPLOYMENTS + name, deployment(template));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        arm.pass(Duration.ofMinutes(5));
        return arm.get(scope + DEPLOYMENTS + name);
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
}
