package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.securityGroup;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Deployments that fail half-way, hang, lose an answer, are cancelled. */
class FailingDeploymentTest {

    private static final ResourceId SHOP2 = resource("Microsoft.Storage/storageAccounts", "shop2");
    private static final ResourceId NSG =
            resource("Microsoft.Network/networkSecurityGroups", "nsg");

    /** shop1, shop2 beside each other; nsg after shop2. */
    private static String three() {
        return template(
                "'resources': ["
                        + storage("shop1", "")
                        + ","
                        + storage("shop2", "")
                        + ","
                        + securityGroup(
                                "nsg",
                                ", 'dependsOn':"
                                        + " ['[resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                        + " \\'shop2\\')]']")
                        + "]",
                "{'done': {'type': 'bool', 'value': true}}");
    }

    @Test
    void a_refused_write_fails_the_deployment_and_what_waits_for_it_never_starts() {
        Scene scene = new Scene().refuse(SHOP2, "StorageAccountAlreadyTaken");

        scene.deploy("one", three());
        scene.runAll();

        JsonObject shown = scene.get(deployment("one"));
        assertThat(shown.textAt("/properties/provisioningState")).contains("Failed");
        assertThat(shown.textAt("/properties/error/code")).contains("DeploymentFailed");
        assertThat(shown.textAt("/properties/error/target")).contains(deployment("one"));
        assertThat(shown.textAt("/properties/error/details/0/code"))
                .contains("StorageAccountAlreadyTaken");
        assertThat(shown.at("/properties/outputResources")).isEmpty();
        assertThat(scene.world().find(NSG)).isEmpty();
        assertThat(scene.world().find(resource("Microsoft.Storage/storageAccounts", "shop1")))
                .isPresent();
        assertThat(scene.record("one").operations())
                .extracting(operation -> operation.kind() + " " + operation.state())
                .containsExactly(
                        "Create Succeeded", "Create Failed", "EvaluateDeploymentOutput Failed");
    }

    @Test
    void the_root_is_failed_while_a_sibling_still_works() {
        Scene scene = new Scene().refuse(SHOP2, "Conflict");

        scene.deploy("one", three());
        scene.runFor(Duration.ofSeconds(2));
        JsonObject failed = scene.get(deployment("one"));
        JsonObject operations = scene.get(deployment("one") + "/operations");
        scene.runAll();

        assertThat(failed.textAt("/properties/provisioningState")).contains("Failed");
        assertThat(operations.toText()).contains("\"provisioningState\":\"Running\"");
        assertThat(scene.get(deployment("one") + "/operations").toText()).doesNotContain("Running");
        assertThat(scene.get(deployment("one")).toText()).isEqualTo(failed.toText());
    }

    @Test
    void a_write_that_fails_in_provisioning_is_wrapped() {
        Scene scene = new Scene().fail(SHOP2, "CapacityExceeded");

        ArmResponse put = scene.deploy("one", three());
        scene.runAll();

        String link = put.headers().first("Azure-AsyncOperation").orElseThrow();
        JsonObject status = scene.get(link.substring("https://arm.test".length()));
        JsonObject operations = scene.get(deployment("one") + "/operations");
        assertThat(status.textAt("/status")).contains("Failed");
        assertThat(status.textAt("/error/details/0/code")).contains("ResourceDeploymentFailure");
        assertThat(status.textAt("/error/details/0/target")).contains(SHOP2.path());
        assertThat(status.textAt("/error/details/0/details/0/code")).contains("CapacityExceeded");
        assertThat(operations.toText())
                .contains("\"statusCode\":\"Conflict\",\"statusMessage\":{\"status\":\"Failed\",");
    }

    @Test
    void a_hanging_write_leaves_the_deployment_running_until_it_is_cancelled() {
        Scene scene =
                new Scene().fault(Scene.on(SHOP2, Fault.Stage.REQUEST, new Fault.Then.Hang()));
        scene.deploy("one", three());
        scene.runAll();

        JsonObject running = scene.get(deployment("one"));
        boolean nobodyKnows =
                scene.reply(Method.GET, deployment("one"), "")
                        .poll()
                        .orElseThrow()
                        .next()
                        .isEmpty();
        ArmResponse cancelled = scene.send(Method.POST, deployment("one") + "/cancel", "");
        JsonObject after = scene.get(deployment("one"));
        ArmResponse again = scene.send(Method.POST, deployment("one") + "/cancel", "");

        assertThat(running.textAt("/properties/provisioningState")).contains("Running");
        assertThat(nobodyKnows).isTrue();
        assertThat(cancelled.status()).isEqualTo(204);
        assertThat(after.textAt("/properties/provisioningState")).contains("Canceled");
        assertThat(after.at("/properties/error")).isEmpty();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error().orElseThrow().code()).isEqualTo("DeploymentCannotBeCancelled");
    }

    @Test
    void what_was_handed_over_runs_on_after_a_cancel_and_nothing_new_starts() {
        var scene = new Scene();
        scene.deploy("one", three());
        scene.runFor(Duration.ofSeconds(2));

        scene.send(Method.POST, deployment("one") + "/cancel", "");
        scene.runAll();

        assertThat(scene.world().find(SHOP2)).isPresent();
        assertThat(scene.world().find(NSG)).isEmpty();
        assertThat(scene.record("one").state()).isEqualTo("Canceled");
        assertThat(scene.record("one").operations())
                .extracting(operation -> operation.state())
                .containsExactly("Succeeded", "Succeeded");
    }

    @Test
    void a_lost_answer_has_its_effect_and_never_ends() {
        Scene scene =
                new Scene()
                        .fault(Scene.on(SHOP2, Fault.Stage.REQUEST, new Fault.Then.LoseAnswer()));

        scene.deploy("one", three());
        scene.runAll();

        assertThat(scene.world().find(SHOP2)).isPresent();
        assertThat(scene.record("one").state()).isEqualTo("Running");
        assertThat(scene.world().find(NSG)).isEmpty();
    }

    @Test
    void a_throttled_write_is_sent_again() {
        Scene scene =
                new Scene()
                        .fault(
                                Scene.on(
                                        SHOP2,
                                        Fault.Stage.REQUEST,
                                        new Fault.Then.Throttle(
                                                ArmError.of("TooMany", "Wait."),
                                                Duration.ofSeconds(30))));

        scene.deploy("one", three());
        scene.runAll();

        assertThat(scene.record("one").state()).isEqualTo("Succeeded");
        assertThat(
                        Duration.between(
                                scene.record("one").startedAt(), scene.record("one").changedAt()))
                .isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void a_missing_parent_is_no_preflight_error_but_fails_the_deployment() {
        var scene = new Scene();

        ArmResponse put =
                scene.deploy(
                        "one",
                        template(
                                "{'type': 'Microsoft.Network/virtualNetworks/subnets',"
                                        + " 'apiVersion': '2023-11-01', 'name': 'none/sub',"
                                        + " 'properties': {'addressPrefix': '10.0.0.0/24'}}"));
        scene.runAll();

        assertThat(put.status()).isEqualTo(201);
        assertThat(scene.get(deployment("one")).textAt("/properties/error/details/0/code"))
                .contains("ParentResourceNotFound");
    }

    @Test
    void an_output_that_cannot_be_had_fails_the_deployment_after_its_resources() {
        var scene = new Scene();

        scene.deploy(
                "one",
                template(
                        "'resources': [" + storage("shop1", "") + "]",
                        "{'gone': {'type': 'string', 'value':"
                                + " '[reference(resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                + " \\'nowhere\\'), \\'2023-05-01\\').primaryEndpoints.blob]'}}"));
        scene.runAll();

        JsonObject shown = scene.get(deployment("one"));
        assertThat(shown.textAt("/properties/provisioningState")).contains("Failed");
        assertThat(shown.textAt("/properties/error/code"))
                .contains("DeploymentOutputEvaluationFailed");
        assertThat(shown.textAt("/properties/error/details/0/target")).contains("gone");
        assertThat(scene.world().find(resource("Microsoft.Storage/storageAccounts", "shop1")))
                .isPresent();
        assertThat(scene.get(deployment("one") + "/operations").at("/value"))
                .map(Json::toText)
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .contains("EvaluateDeploymentOutput")
                                        .contains("\"provisioningOperation\":\"Read\""));
    }
}
