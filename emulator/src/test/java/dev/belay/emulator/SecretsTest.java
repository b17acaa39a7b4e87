package dev.belay.emulator;

import static dev.belay.emulator.Rig.GROUP;
import static dev.belay.emulator.Rig.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Secrets are taken and never shown; vaults, servers and sites as the webshop needs them. */
final class SecretsTest {

    private static final String SQL = GROUP + "/providers/Microsoft.Sql/servers/";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/";
    private static final String WEB = GROUP + "/providers/Microsoft.Web/";

    private final Rig arm = Rig.empty();

    @Test
    void a_password_is_never_shown() {
        String body =
                "{location:'westus',properties:{administratorLogin:'sa',"
                        + "administratorLoginPassword:'Zx;9*q\\\"T'}}"
                                .replace("'Zx;9*q\\\"T'", "'canary-1'");

        ArmResponse accepted = arm.put(SQL + "db1?api-version=2021-11-01", body);
        arm.pass(Duration.ofMinutes(2));
        Json shown = arm.get(SQL + "db1?api-version=2021-11-01").json().orElseThrow();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(shown.toText()).doesNotContain("canary").contains("\"sa\"");
        assertThat(shown.textAt("/properties/fullyQualifiedDomainName"))
                .contains("db1.database.windows.net");
    }

    @Test
    void a_server_needs_a_login_or_an_entra_administrator() {
        ArmResponse none =
                arm.put(SQL + "db1?api-version=2021-11-01", "{location:'westus',properties:{}}");
        ArmResponse entra =
                arm.put(
                        SQL + "db1?api-version=2021-11-01",
                        "{location:'westus',properties:{administrators:{azureADOnlyAuthentication:true,"
                            + "login:'admins',sid:'00000000-0000-0000-0000-00000000000a'}}}");

        assertThat(code(none)).isEqualTo("InvalidParameterValue");
        assertThat(entra.status()).isEqualTo(202);
    }

    @Test
    void a_deleted_vault_holds_its_name_until_it_is_recovered() {
        String body =
                "{location:'westus',properties:{tenantId:'00000000-0000-0000-0000-000000000001',"
                        + "sku:{family:'A',name:'standard'},accessPolicies:[]}}";
        String vault = VAULT + "kv1?api-version=2023-07-01";
        arm.make(vault, body);

        ArmResponse deleted = arm.delete(vault);
        ArmResponse refused = arm.put(vault, body);
        ArmResponse recovered = arm.put(vault, body.replace("sku:", "createMode:'recover',sku:"));

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(code(refused)).isEqualTo("ConflictError");
        assertThat(recovered.succeeded()).isTrue();
        assertThat(arm.get(vault).json().orElseThrow().textAt("/properties/vaultUri"))
                .contains("https://kv1.vault.azure.net/");
    }

    @Test
    void a_plan_cannot_go_while_a_site_runs_on_it_and_an_identity_is_made() {
        String plan = WEB + "serverfarms/plan";
        arm.make(plan + "?api-version=2022-03-01", "{location:'westus',sku:{name:'B1'}}");
        Json site =
                arm.make(
                        WEB + "sites/shop?api-version=2022-03-01",
                        "{location:'westus',identity:{type:'SystemAssigned'},properties:{serverFarmId:'"
                                + plan
                                + "'}}");

        ArmResponse refused = arm.delete(plan + "?api-version=2022-03-01");
        ArmResponse missing =
                arm.put(
                        WEB + "sites/other?api-version=2022-03-01",
                        "{location:'westus',properties:{serverFarmId:'" + plan + "x'}}");

        assertThat(site.textAt("/properties/defaultHostName")).contains("shop.azurewebsites.net");
        assertThat(site.textAt("/identity/principalId").orElseThrow()).hasSize(36);
        assertThat(code(refused)).isEqualTo("Conflict");
        assertThat(missing.status()).isEqualTo(404);
    }
}
