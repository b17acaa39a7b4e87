package dev.belay.workflow.execution;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.Values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer must look like.
 *
 * @param contains a text that the body holds
 * @param json pointer to the value that stands there
 */
record Expectation(List<Integer> status, Optional<String> contains, Map<String, Json> json) {

    Expectation {
        status = List.copyOf(status);
        json = Map.copyOf(json);
    }

    static Expectation of(StepAct.Expect expect, Values values) {
        var json = new LinkedHashMap<String, Json>();
        expect.json()
                .forEach(
                        (pointer, value) ->
                                json.put(pointer, value.resolve(values).known().orElseThrow()));
        return new Expectation(
                expect.status(), expect.contains().map(text -> Texts.hidden(text, values)), json);
    }

    /** What is wrong with an answer; empty: nothing. */
    Optional<String> wrong(HttpStep.Answer answer) {
        boolean fits =
                status.isEmpty()
                        ? answer.status() >= 200 && answer.status() < 300
                        : status.contains(answer.status());
        if (!fits) {
            return Optional.of(
                    "The status is "
                            + answer.status()
                            + ", not "
                            + (status.isEmpty() ? "200 to 299" : status)
                            + ".");
        }
        if (contains.filter(text -> !answer.body().contains(text)).isPresent()) {
            return Optional.of("The body does not hold '" + contains.get() + "'.");
        }
        return wrongValue(answer.body());
    }

    private Optional<String> wrongValue(String body) {
        if (json.isEmpty()) {
            return Optional.empty();
        }
        Json read = value(body).known().orElseThrow();
        return json.entrySet().stream()
                .filter(
                        wanted ->
                                read.at(wanted.getKey())
                                        .filter(wanted.getValue()::equals)
                                        .isEmpty())
                .map(
                        wanted ->
                                "At '"
                                        + wanted.getKey()
                                        + "' stands "
                                        + read.at(wanted.getKey())
                                                .map(Json::toText)
                                                .orElse("nothing")
                                        + ", not "
                                        + wanted.getValue().toText()
                                        + ".")
                .sorted()
                .findFirst();
    }

    /** The body as JSON if it is some, else as a text. */
    static Value value(String body) {
        try {
            return Value.of(JsonReader.strict().read(body));
        } catch (JsonSyntaxException _) {
            return Value.of(body);
        }
    }
}
