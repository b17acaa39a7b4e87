package dev.belay.emulator.deployment;

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

/** Deployments above resource groups. */
final class ScopedDeploymentTest {

    private static final String SHOP = "/providers/Microsoft.Management/managementGroups/shop";
    private static final String DEPLOYMENTS = "/providers/Microsoft.Resources/deployments/";
    private static final String EMPTY = Templates.template("");

    private final Rig arm =
            Rig.with(
                    ",managementGroups:[{name:'shop',displayName:'Shop'}],"
                        + "subscriptions:[{id:'00000000-0000-0000-0000-000000000002',name:'Main',"
                        + "managementGroup:'shop'}]");

    private String state(String deployment) {
        return text(arm.get(deployment), "/properties/provisioningState");
    }

    private ArmResponse deployed(String scope, String name, String template) {
        ArmResponse accepted = arm.put(scope + DEPLOYMENTS + name, Templates.deployment(template));
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
        ArmResponse validated =
                arm.send(Method.POST, path + "/validate", Templates.deployment(EMPTY));
        ArmResponse accepted = arm.put(path, Templates.deployment(EMPTY));
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
        arm.put(path, Templates.deployment(EMPTY));

        ArmResponse again = arm.put(path, Templates.deployment(EMPTY));
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
        ArmResponse moved =
                arm.put(path, Templates.deployment(EMPTY).replace("West Europe", "eastus"));
        ArmResponse same =
                arm.put(path, Templates.deployment(EMPTY).replace("West Europe", "westeurope"));

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

        assertThat(code(arm.put(nobody, Templates.deployment(EMPTY))))
                .isEqualTo("SubscriptionNotFound");
        assertThat(code(arm.put(nothing, Templates.deployment(EMPTY))))
                .isEqualTo("ManagementGroupNotFound");
        assertThat(code(arm.get(nothing))).isEqualTo("ManagementGroupNotFound");
    }

    @Test
    void a_resource_at_a_scope_where_its_type_cannot_be_is_refused_recorded() {
        String group =
                "{type:'Microsoft.Resources/resourceGroups',apiVersion:'2022-09-01',name:'g',"
                        + "location:'westus'}";
        String storage =
                "{type:'Microsoft.Storage/storageAccounts',apiVersion:'2023-01-01',name:'shop1',"
                        + "location:'westus',kind:'StorageV2',sku:{name:'Standard_LRS'}}";

        ArmResponse above =
                arm.put(
                        SHOP + DEPLOYMENTS + "one",
                        Templates.deployment(Templates.template(group)));
        ArmResponse outside =
                arm.put(
                        SUBSCRIPTION + DEPLOYMENTS + "one",
                        Templates.deployment(Templates.template(storage)));

        assertThat(above.status()).isEqualTo(400);
        assertThat(message(above))
                .isEqualTo(
                        "Invalid resource scope specified for resource: '"
                                + SHOP
                                + "/providers/Microsoft.Resources/resourceGroups/g'. Expected"
                                + " scope: 'Subscription'.");
        assertThat(code(outside)).isEqualTo("InvalidScope");
        assertThat(message(outside)).contains("'ResourceGroup'");
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

        ArmResponse one = full.put(SUBSCRIPTION + DEPLOYMENTS + "one", Templates.deployment(EMPTY));

        assertThat(code(one)).isEqualTo("DeploymentQuotaExceeded");
        assertThat(full.put(DEPLOYMENTS + "one", Templates.deployment(EMPTY)).status())
                .isEqualTo(201);
        assertThat(message(one)).contains("'800'");
    }
}
