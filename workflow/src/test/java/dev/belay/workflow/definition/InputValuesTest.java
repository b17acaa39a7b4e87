package dev.belay.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class InputValuesTest {

    private final Workflow workflow =
            WorkflowReaderTest.read(Path.of("src/test/golden/good/full/belay.yaml"));

    private InputValues.Result of(Map<String, String> given) {
        return InputValues.of(workflow, given, "belay.yaml");
    }

    @Test
    void texts_become_values_of_the_inputs_types_and_defaults_fill_the_rest() {
        var result =
                of(
                        Map.of(
                                "password",
                                "p w",
                                "count",
                                "7",
                                "open",
                                "true",
                                "tags",
                                "{\"a\": 1}",
                                "ports",
                                "[1]"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        InputValues.Result.Complete.class,
                        complete -> {
                            assertThat(complete.values())
                                    .containsEntry("sku", Value.of("S1"))
                                    .containsEntry("count", Value.of(7))
                                    .containsEntry("open", Value.of(true))
                                    .containsEntry("tags", Value.of(JsonObject.of("a", Json.of(1))))
                                    .containsEntry("ports", Value.of(Json.array(Json.of(1))));
                            assertThat(complete.values().get("password"))
                                    .isEqualTo(Value.secure(Value.of("p w")));
                        });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_no_secret_shown() {
        var result = of(Map.of("count", "many", "sku", "B1", "skuu", "x", "open", "yes"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        InputValues.Result.Wrong.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(Problem::toString)
                                        .containsExactly(
                                                "belay.yaml:1:1: The workflow has no input 'skuu'."
                                                        + " Did you mean 'sku'?",
                                                "belay.yaml:5:3: The input 'sku' cannot have this"
                                                        + " value: 'B1'. Allowed are S1, P1v3.",
                                                "belay.yaml:6:3: The input 'count' must be of type"
                                                        + " int: 'many'. Give a whole number such"
                                                        + " as 3.",
                                                "belay.yaml:7:3: The input 'password' has no"
                                                        + " value. Give it with --set"
                                                        + " password=VALUE.",
                                                "belay.yaml:10:3: The input 'open' must be of type"
                                                        + " bool: 'yes'. Give true or false."));
    }

    @Test
    void numbers_that_are_no_whole_ones_are_refused() {
        for (String count : new String[] {"1.5", "", "9223372036854775808", "0x10", "\"3\""}) {
            assertThat(of(Map.of("password", "p", "count", count)))
                    .as(count)
                    .isInstanceOf(InputValues.Result.Wrong.class);
        }
    }
}
