package dev.belay.emulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.Rig;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

/** What an export leaves out or refuses; each test names its evidence. */
class ExportLimitsTest {

    private static final String NET = Rig.NETWORK + "virtualNetworks/vnet1";
    private static final String SQL = Rig.GROUP + "/providers/Microsoft.Sql/servers/sql1";
    private static final String SITE = Rig.GROUP + "/providers/Microsoft.Web/sites/site1";

    private final Rig arm = Rig.empty();

    private ArmResponse export(String apiVersion, String body) {
        return arm.send(Method.POST, Rig.GROUP + "/exportTemplate?api-version=" + apiVersion, body);
    }

    private JsonObject exported(String options) {
        ArmResponse answer = export("2021-04-01", "{resources:['*'],options:'" + options + "'}");
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
