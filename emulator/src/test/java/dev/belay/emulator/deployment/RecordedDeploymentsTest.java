package dev.belay.emulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The documents of deployments have the members and kinds that real ARM showed for the same
 * request. Evidence: recorded.
 */
class RecordedDeploymentsTest {

    private static final class Tally {
        final Map<String, Integer> differences = new TreeMap<>();
        final Map<String, Integer> refusals = new TreeMap<>();
        int compared;
        int same;

        void compare(Json recorded, Json ours, String kind) {
            Set<String> missing = shape(recorded);
            Set<String> extra = shape(ours);
            missing.removeAll(shape(ours));
            extra.removeAll(shape(recorded));
            compared++;
            same += missing.isEmpty() && extra.isEmpty() ? 1 : 0;
            missing.forEach(path -> differences.merge(kind + " lacks " + path, 1, Integer::sum));
            extra.forEach(path -> differences.merge(kind + " adds " + path, 1, Integer::sum));
        }

        /** What stands inside an output is a provider's document, not a deployment's. */
        private static Set<String> shape(Json json) {
            var shape = new TreeSet<>(JsonShape.of(json));
            shape.removeIf(path -> path.matches("/properties/outputs/[^/]+/value/.*"));
            // until 2022 lists named the provider's request, in 2023 only single operations do
            shape.remove("/value/[]/properties/serviceRequestId string");
            return shape;
        }

        String told() {
            var text = new StringBuilder(same + " of " + compared + " have the same shape\n");
            differences.forEach((what, n) -> text.append(n).append(' ').append(what).append('\n'));
            refusals.forEach((what, n) -> text.append(n).append(' ').append(what).append('\n'));
            return text.toString();
        }
    }

    @Test
    void answers_have_the_shape_of_the_recorded_ones() {
        var puts = new Tally();
        var ends = new Tally();
        var operations = new Tally();

        for (RecordedDeployments.Recorded recorded : RecordedDeployments.read()) {
            replay(recorded, puts, ends, operations);
        }

        assertThat(puts.compared).as(puts.told()).isGreaterThanOrEqualTo(60);
        assertThat(puts.same).as(puts.told()).isGreaterThanOrEqualTo(puts.compared * 99 / 100);
        assertThat(ends.same).as(ends.told()).isGreaterThanOrEqualTo(ends.compared * 99 / 100);
        assertThat(operations.same)
                .as(operations.told())
                .isGreaterThanOrEqualTo(operations.compared * 99 / 100);
    }

    private static void replay(
            RecordedDeployments.Recorded recorded, Tally puts, Tally ends, Tally operations) {
        var scene = new Scene();
        String body =
                recorded.request()
                        .toText()
                        .replaceAll("(?i)" + Pattern.quote(recorded.group()), Scene.SHOP.path());
        String path = Scene.deployment("one");
        if (recorded.request().at("/properties/onErrorDeployment").isPresent()) {
            scene.deploy("before", Scene.template(""));
            scene.runAll();
        }
        String query = "?api-version=" + recorded.apiVersion();
        ArmResponse answer =
                recorded.validate()
                        ? scene.send(Method.POST, path + "/validate" + query, body)
                        : scene.send(Method.PUT, path + query, body);
        if (answer.status() >= 300) {
            String code =
                    answer.error()
                            .map(error -> error.code() + ": " + error.message() + error.details())
                            .orElse("");
            puts.refusals.merge(code, 1, Integer::sum);
            return;
        }
        puts.compare(
                recorded.answer(),
                answer.json().orElseThrow(),
                recorded.validate() ? "validate" : "put");
        if (recorded.validate()) {
            return;
        }
        scene.runAll();
        JsonObject end = scene.get(path + query);
        if (!end.textAt("/properties/provisioningState").equals(Optional.of("Succeeded"))) {
            ends.refusals.merge(
                    end.at("/properties/error").map(Json::toText).orElse("state"), 1, Integer::sum);
            return;
        }
        recorded.succeeded().ifPresent(shown -> ends.compare(shown, end, "get"));
        recorded.operations()
                .ifPresent(
                        shown ->
                                operations.compare(
                                        shown, scene.get(path + "/operations" + query), "list"));
    }
}
