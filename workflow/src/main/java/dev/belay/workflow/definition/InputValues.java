package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Turns the texts that a run is started with into the values of the workflow's inputs. */
public final class InputValues {

    /** What came of it. */
    public sealed interface Result {

        /** Values by input, secret ones as {@link Value.Secure}. */
        record Complete(SequencedMap<String, Value> values) implements Result {
            public Complete {
                values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
            }
        }

        /** All that is wrong; each at the input's own place in the file. */
        record Wrong(List<Problem> problems) implements Result {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    private InputValues() {}

    /**
     * @param given name to text: a text input's value as it is, the others' as JSON
     * @param file the workflow's file, for what is no input at all
     */
    public static Result of(Workflow workflow, Map<String, String> given, String file) {
        var problems = new ArrayList<Problem>();
        for (String name : given.keySet()) {
            if (!workflow.inputs().containsKey(name)) {
                problems.add(unknown(name, workflow, file));
            }
        }
        var values = new LinkedHashMap<String, Value>();
        for (Input input : workflow.inputs().values()) {
            value(input, Optional.ofNullable(given.get(input.name())), problems)
                    .ifPresent(value -> values.put(input.name(), value));
        }
        return problems.isEmpty() ? new Result.Complete(values) : new Result.Wrong(problems);
    }

    private static Problem unknown(String name, Workflow workflow, String file) {
        var names = workflow.inputs().keySet();
        return Problem.of(
                new Place(file, 1, 1),
                "The workflow has no input '" + name + "'.",
                Nearest.hint(
                        name,
                        names,
                        names.isEmpty()
                                ? "It has none."
                                : "It has " + String.join(", ", names) + "."));
    }

    private static Optional<Value> value(
            Input input, Optional<String> given, List<Problem> problems) {
        if (given.isEmpty()) {
            if (input.standard().isEmpty()) {
                problems.add(
                        Problem.of(
                                input.where(),
                                "The input '" + input.name() + "' has no value.",
                                "Give it with --set " + input.name() + "=VALUE."));
            }
            return input.standard().map(Value::of);
        }
        Optional<Json> json = json(input.type(), given.get());
        if (json.isEmpty()) {
            problems.add(
                    Problem.of(
                            input.where(),
                            "The input '"
                                    + input.name()
                                    + "' must be of type "
                                    + input.type().written()
                                    + shown(input, given.get())
                                    + ".",
                            example(input.type())));
            return Optional.empty();
        }
        if (!input.allowed().isEmpty() && !input.allowed().contains(json.get())) {
            problems.add(
                    Problem.of(
                            input.where(),
                            "The input '"
                                    + input.name()
                                    + "' cannot have this value"
                                    + shown(input, given.get())
                                    + ".",
                            "Allowed are " + allowed(input) + "."));
            return Optional.empty();
        }
        Value value = Value.of(json.get());
        return Optional.of(input.secret() ? Value.secure(value) : value);
    }

    /**
     * The value that a text given for an input means.
     *
     * @return empty if it is none of the input's type
     */
    public static Optional<Json> json(Input input, String text) {
        return json(input.type(), text);
    }

    private static Optional<Json> json(InputType type, String text) {
        if (type == InputType.STRING) {
            return Optional.of(Json.of(text));
        }
        try {
            return Optional.of(JsonReader.strict().read(text)).filter(type::fits);
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static String shown(Input input, String given) {
        return input.secret() ? "" : ": '" + given + "'";
    }

    private static String allowed(Input input) {
        return String.join(
                ", ",
                input.allowed().stream()
                        .map(value -> value.asText().orElseGet(value::toText))
                        .toList());
    }

    private static String example(InputType type) {
        return switch (type) {
            case STRING -> "Give a text.";
            case INT -> "Give a whole number such as 3.";
            case BOOL -> "Give true or false.";
            case OBJECT -> "Give JSON such as {\"a\": 1}.";
            case ARRAY -> "Give JSON such as [1, 2].";
        };
    }
}
