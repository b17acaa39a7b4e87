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
    private static final String VAULT = Rig.GROUP + "/providers/Microsoft.KeyVault/vaults/kv-shop";

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

    /** Escaping: engine ({@code [[} at the front is a literal). */
    @Test
    void a_text_that_looks_like_an_expression_is_escaped() {
        arm.make(NSG, "{location:'westus',tags:{a:'[not()]'},properties:{securityRules:[]}}");

        assertThat(
                        resource(exported(""), "Microsoft.Network/networkSecurityGroups")
                                .textAt("/tags/a"))
                .contains("[[not()]");
    }
}
