package dev.belay.emulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.Rig;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.net.URI;

/** {@code exportTemplate} of a resource group; each test names its evidence. */
class GroupExportTest {

    private static final String NET = Rig.NETWORK + "virtualNetworks/vnet1";
    private static final String NSG = Rig.NETWORK + "networkSecurityGroups/web-nsg";
    private static final String SQL = Rig.GROUP + "/providers/Microsoft.Sql/servers/sql1";
    private static final String VAULT = Rig.GROUP + "/providers/Microsoft.KeyVault/vaults/kv-shop";
    private static final String SITE = Rig.GROUP + "/providers/Microsoft.Web/sites/site1";

    private final Rig arm = Rig.empty();

    private ArmResponse export(String apiVersion, String body) {
        return arm.send(Method.POST, Rig.GROUP + "/exportTemplate?api-version=" + apiVersion, body);
    }

    private JsonObject exported(String options) {
        return exported("['*']", options);
    }

    private JsonObject exported(String resources, String options) {
        ArmResponse answer =
                export("2021-04-01", "{resources:" + resources + ",options:'" + options + "'}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().flatMap(Json::asObject).orElseThrow();
    }

    private static JsonObject resource(JsonObject exported, String type) {
        return exported.at("/template/resources").flatMap(Json::asArray).stream()
                .flatMap(JsonArray::stream)
                .filter(one -> one.textAt("/type").filter(type::equals).isPresent())
                .findFirst()
                .flatMap(Json::asObject)
                .orElseThrow();
    }

    private void network() {
        arm.make(NSG, "{location:'westus',properties:{securityRules:[]}}");
        arm.make(
                NET,
                "{location:'westus',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']},"
                        + "subnets:[{name:'Subnet1',properties:{addressPrefix:'10.0.0.0/24',"
                        + "networkSecurityGroup:{id:'"
                        + NSG
                        + "'}}}]}}");
    }

    /** Recorded: azure-sdk-for-python 2021-04, azure-cli 2024-10. */
    @Test
    void an_empty_group_gives_an_empty_template_at_once() {
        for (String apiVersion : new String[] {"2020-10-01", "2022-09-01"}) {
            ArmResponse answer = export(apiVersion, "{resources:['*']}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"template\":{\"$schema\":\"https://schema.management.azure.com/"
                                    + "schemas/2019-04-01/deploymentTemplate.json#\","
                                    + "\"contentVersion\":\"1.0.0.0\",\"parameters\":{},"
                                    + "\"variables\":{},\"resources\":[]}}");
        }
    }

    /** Recorded: azure-cli 2024-10 test_resource_group_export_skip_all_params. */
    @Test
    void since_2022_09_01_it_is_a_job() {
        arm.make(
                NET,
                "{location:'westus',properties:{addressSpace:{addressPrefixes:['10.0.0.0/16']}}}");

        ArmResponse accepted =
                export(
                        "2022-09-01",
                        "{resources:['" + NET + "'],options:'SkipAllParameterization'}");
        String link = accepted.headers().first("Location").orElseThrow();
        ArmResponse done = arm.get(URI.create(link).getRawPath() + "?api-version=2022-09-01");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body()).isEmpty();
        assertThat(link).contains("/operationresults/");
        assertThat(done.status()).isEqualTo(200);
        JsonObject network =
                resource(
                        done.json().flatMap(Json::asObject).orElseThrow(),
                        "Microsoft.Network/virtualNetworks");
        assertThat(network.members().keySet())
                .containsExactly("type", "apiVersion", "name", "location", "properties");
        assertThat(network.textAt("/name")).contains("vnet1");
        assertThat(network.at("/properties/subnets")).contains(Json.array());
        assertThat(network.at("/properties/virtualNetworkPeerings")).contains(Json.array());
        assertThat(network.textAt("/properties/enableDdosProtection")).isEmpty();
        assertThat(network.at("/properties/provisioningState")).isEmpty();
        assertThat(network.at("/properties/resourceGuid")).isEmpty();
        assertThat(done.json().orElseThrow().at("/template/parameters")).contains(Json.object());
    }

    /** Recorded: names, comments, children flat and inline (arm-protocol 7). */
    @Test
    void names_become_parameters_and_children_stand_flat_and_inline() {
        network();

        JsonObject exported = exported("IncludeParameterDefaultValue,IncludeComments");

        assertThat(exported.at("/template/parameters/virtualNetworks_vnet1_name"))
                .contains(
                        JsonObject.of("defaultValue", Json.of("vnet1"), "type", Json.of("String")));
        assertThat(exported.at("/template/parameters/networkSecurityGroups_web_nsg_name"))
                .isPresent();
        JsonObject network = resource(exported, "Microsoft.Network/virtualNetworks");
        assertThat(network.textAt("/name")).contains("[parameters('virtualNetworks_vnet1_name')]");
        assertThat(network.textAt("/comments"))
                .contains("Generalized from resource: '" + NET + "'.");
        assertThat(network.textAt("/properties/subnets/0/name")).contains("Subnet1");
        JsonObject subnet = resource(exported, "Microsoft.Network/virtualNetworks/subnets");
        assertThat(subnet.textAt("/name"))
                .contains("[concat(parameters('virtualNetworks_vnet1_name'), '/Subnet1')]");
        assertThat(subnet.textAt("/dependsOn/0"))
                .contains(
                        "[resourceId('Microsoft.Network/virtualNetworks',"
                                + " parameters('virtualNetworks_vnet1_name'))]");
        assertThat(exported.get("error")).isEmpty();
    }

    /** Documented (2018): without the option a parameter's default is null. */
    @Test
    void without_the_option_parameters_have_no_default() {
        network();

        assertThat(exported("").at("/template/parameters/virtualNetworks_vnet1_name/defaultValue"))
                .contains(Json.nullValue());
    }

    /** Seen in exported templates: ids of what is exported, of its parts, of others. */
    @Test
    void ids_become_expressions_and_what_is_not_exported_a_parameter() {
        network();

        JsonObject all = exported("IncludeParameterDefaultValue");
        JsonObject alone = exported("['" + NET + "']", "IncludeParameterDefaultValue");
        JsonObject literal = exported("['" + NET + "']", "SkipAllParameterization");

        String at = "/properties/subnets/0/properties/networkSecurityGroup/id";
        assertThat(resource(all, "Microsoft.Network/virtualNetworks").textAt(at))
                .contains(
                        "[resourceId('Microsoft.Network/networkSecurityGroups',"
                                + " parameters('networkSecurityGroups_web_nsg_name'))]");
        assertThat(resource(all, "Microsoft.Network/virtualNetworks").textAt("/dependsOn/0"))
                .contains(
                        "[resourceId('Microsoft.Network/networkSecurityGroups',"
                                + " parameters('networkSecurityGroups_web_nsg_name'))]");
        assertThat(resource(alone, "Microsoft.Network/virtualNetworks").textAt(at))
                .contains("[parameters('networkSecurityGroups_web_nsg_externalid')]");
        assertThat(
                        alone.textAt(
                                "/template/parameters/networkSecurityGroups_web_nsg_externalid"
                                        + "/defaultValue"))
                .contains(NSG);
        assertThat(resource(literal, "Microsoft.Network/virtualNetworks").textAt(at)).contains(NSG);
    }

    /** Seen in exported templates: the schema decides alone what is read-only. */
    @Test
    void values_of_the_server_that_the_schema_calls_writable_are_exported() {
        arm.make(
                VAULT + "?api-version=2023-07-01",
                "{location:'westus',properties:{tenantId:'00000000-0000-0000-0000-000000000001',"
                        + "sku:{family:'A',name:'standard'},accessPolicies:[]}}");

        JsonObject vault = resource(exported(""), "Microsoft.KeyVault/vaults");

        assertThat(vault.textAt("/properties/provisioningState")).contains("Succeeded");
        assertThat(vault.textAt("/properties/vaultUri"))
                .contains(
                        "[concat('https://', parameters('vaults_kv_shop_name'),"
                                + " '.vault.azure.net/')]");
    }

    /** Seen in exported templates, and the cause of Azure/azure-cli#19684. */
    @Test
    void the_file_service_carries_the_defect() {
        arm.make(Rig.STORAGE + "shop1", Rig.STORAGE_BODY);

        JsonObject files = resource(exported(""), "Microsoft.Storage/storageAccounts/fileServices");

        assertThat(files.textAt("/name"))
                .contains("[concat(parameters('storageAccounts_shop1_name'), '/default')]");
        assertThat(files.at("/properties/protocolSettings"))
                .contains(JsonObject.of("smb", Json.object()));
        assertThat(files.at("/properties/cors")).contains(JsonObject.of("corsRules", Json.array()));
        assertThat(files.textAt("/sku/tier")).contains("Standard");
    }

    /** Documented: secrets are never exported. Reported: locks and the like neither. */
    @Test
    void secrets_and_extension_resources_are_left_out_without_a_word() {
        arm.make(
                SQL + "?api-version=2021-11-01",
                "{location:'westus',properties:{administratorLogin:'boss',"
                        + "administratorLoginPassword:'canary-Pa55'}}");
        arm.make(
                SQL + "/providers/Microsoft.Authorization/locks/keep",
                "{properties:{level:'CanNotDelete'}}");
        arm.make(
                Rig.GROUP + "/providers/Microsoft.Authorization/locks/all",
                "{properties:{level:'CanNotDelete'}}");

        JsonObject exported = exported("");

        assertThat(exported.toText())
                .contains("boss")
                .doesNotContain("canary-Pa55")
                .doesNotContain("locks");
        assertThat(exported.get("error")).isEmpty();
    }

    /** Text and code recorded (azure-powershell 2018-08), the type reported (azure-docs#6193). */
    @Test
    void a_type_that_cannot_be_exported_stands_in_an_error_beside_the_template() {
        arm.make(SITE + "?api-version=2022-03-01", "{location:'westus',properties:{}}");
        arm.make(SITE + "/config/appsettings?api-version=2022-03-01", "{properties:{A:'b'}}");

        JsonObject exported = exported("");

        assertThat(resource(exported, "Microsoft.Web/sites").textAt("/name")).isPresent();
        assertThat(exported.textAt("/error/code")).contains("ExportTemplateCompletedWithErrors");
        assertThat(exported.textAt("/error/details/0/code"))
                .contains("ExportTemplateProviderError");
        assertThat(exported.textAt("/error/details/0/target"))
                .contains("Microsoft.Web/sites/config");
        assertThat(exported.at("/template").orElseThrow().toText()).doesNotContain("appsettings");
    }

    /** Code reported (Azure/aztfexport#76), text and status too (Azure/RGCOPY#2). */
    @Test
    void more_than_200_resources_are_refused() {
        for (int i = 0; i < 200; i++) {
            arm.put(Rig.NETWORK + "routeTables/r" + i, "{location:'westus'}");
        }
        assertThat(export("2021-04-01", "{resources:['*']}").status()).isEqualTo(200);
        arm.put(Rig.NETWORK + "routeTables/r200", "{location:'westus'}");

        ArmResponse refused = export("2021-04-01", "{resources:['*']}");
        ArmResponse one = export("2021-04-01", "{resources:['" + Rig.NETWORK + "routeTables/r0']}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(Rig.code(refused)).isEqualTo("ExportTemplateResourcesLimitExceeded");
        assertThat(Rig.message(refused))
                .isEqualTo(
                        "Export template is not supported for resource groups that have more than"
                                + " '200' resources.");
        assertThat(one.status()).isEqualTo(200);
    }

    /** Escaping: engine ({@code [[} at the front is a literal). */
    @Test
    void a_text_that_looks_like_an_expression_is_escaped() {
        arm.make(NSG, "{location:'westus',tags:{a:'[not()]'},properties:{securityRules:[]}}");

        assertThat(
                        resource(exported(""), "Microsoft.Network/networkSecurityGroups")
                                .textAt("/tags/a"))
                .contains("[[not()]");
    }

    @Test
    void wrong_requests_are_refused() {
        assertThat(export("2021-04-01", "{}").status()).isEqualTo(400);
        assertThat(export("2021-04-01", "{resources:['/subscriptions/x']}").status())
                .isEqualTo(400);
        assertThat(export("2021-04-01", "{resources:['" + NET + "']}").status()).isEqualTo(404);
        assertThat(export("2024-03-01", "{resources:['*'],outputFormat:'Bicep'}").status())
                .isEqualTo(501);
        assertThat(
                        arm.send(
                                        Method.POST,
                                        Rig.SUBSCRIPTION
                                                + "/resourceGroups/none/exportTemplate"
                                                + "?api-version=2021-04-01",
                                        "{resources:['*']}")
                                .status())
                .isEqualTo(404);
    }

    /** Seen in exported templates: what a PUT needs and no GET shows has no default. */
    @Test
    void a_required_secret_becomes_a_secure_parameter() {
        String account = Rig.GROUP + "/providers/Microsoft.Automation/automationAccounts/aa";
        arm.make(
                account + "?api-version=2023-11-01",
                "{location:'westus',properties:{sku:{name:'Basic'}}}");
        arm.make(
                account + "/credentials/robot?api-version=2023-11-01",
                "{properties:{userName:'r2',password:'canary-Pa55'}}");

        JsonObject exported = exported("IncludeParameterDefaultValue");

        assertThat(exported.at("/template/parameters/credentials_robot_password"))
                .contains(JsonObject.of("type", Json.of("SecureString")));
        assertThat(
                        resource(exported, "Microsoft.Automation/automationAccounts/credentials")
                                .textAt("/properties/password"))
                .contains("[parameters('credentials_robot_password')]");
        assertThat(exported.toText()).doesNotContain("canary-Pa55");
    }

    /** Recorded (arm-protocol 1). */
    @Test
    void an_export_is_charged_to_reads() {
        assertThat(
                        export("2021-04-01", "{resources:['*']}")
                                .headers()
                                .first("x-ms-ratelimit-remaining-subscription-reads"))
                .isPresent();
    }
}
