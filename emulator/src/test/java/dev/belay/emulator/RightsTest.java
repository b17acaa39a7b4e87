package dev.belay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;

import org.junit.jupiter.api.Test;

import java.net.URI;

/**
 * Rights of the principals of a world file. Evidence: the text of {@code AuthorizationFailed} is
 * recorded, the roles are documented.
 */
final class RightsTest {

    private static final String SUBSCRIPTION =
            "/subscriptions/00000000-0000-0000-0000-000000000002";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";
    private static final String RULES =
            GROUP + "/providers/Microsoft.Network/networkSecurityGroups/nsg";
    private static final String LOCK = GROUP + "/providers/Microsoft.Authorization/locks/keep";
    private static final String ROOT_GROUP =
            "/providers/Microsoft.Management/managementGroups/"
                    + "00000000-0000-0000-0000-000000000001";
    private static final String VERSION = "?api-version=2021-04-01";

    private final Rig arm =
            Rig.with(
                    ",principals:["
                            + principal("reader", "Reader", GROUP)
                            + ","
                            + principal("builder", "Contributor", SUBSCRIPTION)
                            + ","
                            + principal("boss", "Owner", ROOT_GROUP)
                            + "]");

    private static String principal(String name, String role, String scope) {
        return "{name:'" + name + "',roles:[{role:'" + role + "',scope:'" + scope + "'}]}";
    }

    private ArmResponse ask(String who, Method method, String path, String body) {
        var request = ArmRequest.of(method, URI.create(path), body);
        return arm.send(request.withHeader("x-belay-principal", who)).orElseThrow();
    }

    private ArmResponse read(String who, String path) {
        var request = ArmRequest.get(URI.create(path));
        return arm.send(request.withHeader("x-belay-principal", who)).orElseThrow();
    }

    @Test
    void a_reader_reads_and_writes_nothing() {
        assertThat(read("reader", GROUP + VERSION).status()).isEqualTo(200);

        ArmResponse refused =
                ask("reader", Method.PUT, RULES + "?api-version=2022-01-01", "{location:'westus'}");

        assertThat(refused.status()).isEqualTo(403);
        ArmError error = refused.error().orElseThrow();
        assertThat(error.code()).isEqualTo("AuthorizationFailed");
        assertThat(error.message())
                .contains("perform action 'Microsoft.Network/networkSecurityGroups/write'")
                .contains("over scope '" + RULES + "'");
    }

    @Test
    void a_contributor_writes_but_manages_no_locks() {
        ArmResponse rules =
                ask(
                        "builder",
                        Method.PUT,
                        RULES + "?api-version=2022-01-01",
                        "{location:'westus'}");
        ArmResponse lock =
                ask(
                        "builder",
                        Method.PUT,
                        LOCK + "?api-version=2020-05-01",
                        "{properties:{level:'CanNotDelete'}}");

        assertThat(rules.status()).isEqualTo(201);
        assertThat(lock.status()).isEqualTo(403);
    }

    @Test
    void a_role_at_the_root_management_group_counts_below_it_and_not_at_the_tenant() {
        String deployment = "/providers/Microsoft.Resources/deployments/d/validate" + VERSION;

        assertThat(read("boss", GROUP + VERSION).status()).isEqualTo(200);
        ArmResponse refused = ask("boss", Method.POST, deployment, "{}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error().orElseThrow().message())
                .contains("'Microsoft.Resources/deployments/validate/action'")
                .contains("over scope '/providers/Microsoft.Resources/deployments/d'");
    }

    @Test
    void who_is_not_listed_is_nobody_and_who_says_nothing_owns_all() {
        assertThat(read("stranger", GROUP + VERSION).status()).isEqualTo(401);
        assertThat(arm.get(GROUP).status()).isEqualTo(200);
    }

    @Test
    void a_standing_role_assignment_gives_rights_too() {
        String rules = RULES + "?api-version=2022-01-01";
        String before = Rig.message(ask("reader", Method.PUT, rules, "{location:'westus'}"));
        String objectId = before.replaceFirst(".*object id '([^']+)'.*", "$1");

        arm.put(
                GROUP
                        + "/providers/Microsoft.Authorization/roleAssignments/"
                        + "11111111-1111-1111-1111-111111111111",
                "{properties:{principalId:'"
                        + objectId
                        + "',roleDefinitionId:'"
                        + SUBSCRIPTION
                        + "/providers/Microsoft.Authorization/roleDefinitions/"
                        + "b24988ac-6180-42a0-ab88-20f7382dd24c'}}");

        assertThat(ask("reader", Method.PUT, rules, "{location:'westus'}").status()).isEqualTo(201);
    }
}
