package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

/** What is secure is kept for the deployment and shown by no answer. */
class DeploymentSecretsTest {

    private static final String CANARY = "Zx;9*q\"T'7&é";

    private static String parameters() {
        JsonObject value = JsonObject.of("value", Json.of(CANARY));
        return JsonObject.of("password", value).toText();
    }

    private static String withSecureOutput() {
        return template(
                "'parameters': {'password': {'type': 'securestring'}}, 'resources': []",
                "{'secret': {'type': 'securestring', 'value': '[parameters(\\'password\\')]'},"
                        + " 'object': {'type': 'secureObject', 'value': {'inner':"
                        + " '[parameters(\\'password\\')]'}}}");
    }

    private static String everythingShown(Scene scene) {
        var text = new StringBuilder();
        for (DeploymentRecord record : scene.world().deployments().values()) {
            String path = record.id().path();
            text.append(scene.get(path).toText())
                    .append(scene.get(path + "/operations").toText())
                    .append(scene.get(path + "/operationStatuses/" + record.sequence()).toText())
                    .append(record)
                    .append(record.progress());
        }
        return text.append(scene.get(deployment("")).toText()).toString();
    }

    @Test
    void no_answer_shows_a_secure_parameter_or_a_secure_output() {
        var scene = new Scene();
        scene.deploy("one", withSecureOutput(), parameters());
        scene.runAll();

        String shown = everythingShown(scene);

        assertThat(scene.record("one").state()).isEqualTo("Succeeded");
        assertThat(shown).doesNotContain("Zx;9").doesNotContain("T'7");
        assertThat(scene.get(deployment("one")).at("/properties/parameters").map(Json::toText))
                .contains("{\"password\":{\"type\":\"SecureString\"}}");
        assertThat(scene.get(deployment("one")).at("/properties/outputs").map(Json::toText))
                .contains(
                        "{\"secret\":{\"type\":\"SecureString\"},"
                                + "\"object\":{\"type\":\"SecureObject\"}}");
    }

    @Test
    void validate_shows_no_secure_parameter() {
        var scene = new Scene();

        String answer =
                scene.send(
                                Method.POST,
                                deployment("one") + "/validate",
                                "{'properties': {'mode': 'Incremental', 'template': "
                                        + withSecureOutput()
                                        + ", 'parameters': "
                                        + parameters()
                                        + "}}")
                        .body();

        assertThat(answer).contains("SecureString").doesNotContain("Zx;9");
    }

    @Test
    void the_search_finds_the_secret_where_it_was_put_in() {
        var scene = new Scene();
        scene.deploy("one", withSecureOutput(), parameters());
        scene.runAll();

        JsonObject kept = scene.record("one").kept();

        assertThat(kept.textAt("/parameters/password")).contains(CANARY);
        assertThat(kept.textAt("/secureOutputs/secret")).contains(CANARY);
    }
}
