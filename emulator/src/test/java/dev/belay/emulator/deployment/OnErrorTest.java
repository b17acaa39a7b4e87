package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.operation.Reply;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code onErrorDeployment}. Evidence: documented (learn.microsoft.com, "rollback-on-error"); what
 * answers show while it runs is inferred, as no recording shows one that was triggered.
 */
class OnErrorTest {

    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final ResourceId ONE = resource(STORAGE, "shop1");
    private static final ResourceId TWO = resource(STORAGE, "shop2");
    private static final ResourceId THREE = resource(STORAGE, "shop3");

    /** The account's tag is a GUID that the first run drew. */
    private static String first() {
        return "{'$schema':"
                   + " 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                   + " 'contentVersion': '1.0.0.0', 'parameters': {'kind': {'type': 'string'},"
                   + " 'mark': {'type': 'string', 'defaultValue': '[newGuid()]'}}, 'resources': ["
                + storage(
                        "shop1",
                        ", 'tags': {'mark': '[parameters(\\'mark\\')]', 'kind':"
                                + " '[parameters(\\'kind\\')]'}")
                + "]}";
    }

    private static Scene scene() {
        Scene scene = new Scene();
        scene.deploy("good", first(), "{'kind': {'value': 'own'}}");
        return scene.runAll().refuse(THREE, "StorageAccountAlreadyTaken");
    }

    private static ArmResponse failing(Scene scene, String onError) {
        return scene.send(
                Method.PUT,
                deployment("bad"),
                "{'properties': {'mode': 'Incremental', 'onErrorDeployment': "
                        + onError
                        + ", 'template': "
                        + template(
                                storage("shop1", ", 'tags': {'mark': 'changed'}")
                                        + ","
                                        + storage("shop2", "")
                                        + ","
                                        + storage("shop3", ""))
                        + "}}");
    }

    private static JsonObject tags(Scene scene) {
        return scene.world()
                .find(ONE)
                .orElseThrow()
                .body()
                .get("tags")
                .flatMap(Json::asObject)
                .orElseThrow();
    }

    @Test
    void the_last_successful_deployment_is_made_again_in_mode_complete() {
        Scene scene = scene();
        JsonObject before = tags(scene);

        failing(scene, "{'type': 'LastSuccessful'}");
        scene.runAll();

        JsonObject bad = scene.get(deployment("bad"));
        assertThat(bad.textAt("/properties/provisioningState")).contains("Failed");
        assertThat(bad.at("/properties/onErrorDeployment"))
                .contains(
                        JsonObject.of(
                                "type",
                                Json.of("LastSuccessful"),
                                "deploymentName",
                                Json.of("good"),
                                "provisioningState",
                                Json.of("Succeeded")));
        JsonObject good = scene.get(deployment("good"));
        assertThat(good.textAt("/properties/mode")).contains("Complete");
        assertThat(good.textAt("/properties/provisioningState")).contains("Succeeded");
        assertThat(good.textAt("/properties/parameters/kind/value")).contains("own");
        assertThat(tags(scene)).isEqualTo(before);
        assertThat(scene.world().find(TWO)).isEmpty();
    }

    @Test
    void while_it_runs_looking_at_the_failed_one_lets_time_move() {
        Scene scene = scene();
        failing(scene, "{'type': 'SpecificDeployment', 'deploymentName': 'good'}");
        var states = new ArrayList<String>();

        Optional<Reply.Poll> poll = look(scene, states);
        for (int i = 0; i < 50 && poll.isPresent(); i++) {
            scene.runFor(Duration.between(scene.world().now(), poll.get().next().orElseThrow()));
            poll = look(scene, states);
        }

        assertThat(states)
                .containsSubsequence(
                        "Accepted -", "Failed -", "Failed Running", "Failed Succeeded");
        assertThat(states.getLast()).isEqualTo("Failed Succeeded");
    }

    private static Optional<Reply.Poll> look(Scene scene, List<String> states) {
        Reply reply = scene.reply(Method.GET, deployment("bad"), "");
        Json shown = reply.response().orElseThrow().json().orElseThrow();
        states.add(
                shown.textAt("/properties/provisioningState").orElseThrow()
                        + " "
                        + shown.textAt("/properties/onErrorDeployment/provisioningState")
                                .orElse("-"));
        return reply.poll();
    }

    @Test
    void one_that_fails_again_is_told_and_can_be_repeated_later() {
        Scene scene = scene().refuse(ONE, "Conflict");
        scene.send(
                Method.PUT,
                deployment("bad"),
                "{'properties': {'mode': 'Incremental', 'onErrorDeployment': {'type':"
                        + " 'LastSuccessful'}, 'template': "
                        + template(storage("shop3", ""))
                        + "}}");
        scene.runAll();

        assertThat(
                        scene.get(deployment("bad"))
                                .textAt("/properties/onErrorDeployment/provisioningState"))
                .contains("Failed");
        assertThat(scene.get(deployment("good")).textAt("/properties/provisioningState"))
                .contains("Failed");
        assertThat(failing(scene, "{'type': 'LastSuccessful'}").status()).isEqualTo(400);
    }

    @Test
    void what_was_made_again_counts_as_successful_later() {
        Scene scene = scene();
        failing(scene, "{'type': 'LastSuccessful'}");
        scene.runAll();

        ArmResponse again = failing(scene, "{'type': 'LastSuccessful'}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(
                        again.json()
                                .orElseThrow()
                                .textAt("/properties/onErrorDeployment/deploymentName"))
                .contains("good");
    }

    @Test
    void a_success_and_a_cancellation_trigger_nothing() {
        Scene scene = scene();
        scene.send(
                Method.PUT,
                deployment("fine"),
                "{'properties': {'mode': 'Incremental', 'onErrorDeployment': {'type':"
                        + " 'LastSuccessful'}, 'template': "
                        + template(storage("shop2", ""))
                        + "}}");
        scene.runAll();
        failing(scene, "{'type': 'SpecificDeployment', 'deploymentName': 'good'}");
        scene.send(Method.POST, deployment("bad") + "/cancel", "");
        scene.runAll();

        assertThat(
                        scene.get(deployment("fine"))
                                .at("/properties/onErrorDeployment/provisioningState"))
                .isEmpty();
        assertThat(scene.get(deployment("good")).textAt("/properties/mode"))
                .contains("Incremental");
        assertThat(scene.world().find(TWO)).isPresent();
    }

    @Test
    void what_cannot_be_made_again_is_refused_beforehand() {
        Scene empty = new Scene();

        assertThat(failing(empty, "{'type': 'LastSuccessful'}").status()).isEqualTo(400);
        assertThat(
                        failing(
                                        empty,
                                        "{'type': 'SpecificDeployment', 'deploymentName':"
                                                + " 'missing'}")
                                .status())
                .isEqualTo(404);
        assertThat(
                        empty.send(
                                        Method.PUT,
                                        "/subscriptions/"
                                                + Scene.SUBSCRIPTION
                                                + "/providers/Microsoft.Resources/deployments/one",
                                        "{'location': 'westeurope', 'properties': {'mode':"
                                                + " 'Incremental', 'onErrorDeployment': {'type':"
                                                + " 'LastSuccessful'}, 'template': "
                                                + template("")
                                                + "}}")
                                .error()
                                .orElseThrow()
                                .message())
                .contains("not supported for deployment at the current scope");
    }
}
