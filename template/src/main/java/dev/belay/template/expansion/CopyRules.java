package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Source;
import dev.belay.template.value.Value;

import java.util.Optional;

/**
 * What is asked of a {@code copy}. Evidence: engine.
 *
 * @param place where the loop starts
 * @param copy {@code {name, count, input | mode, batchSize}}
 * @param at where the copy stands in the template
 */
record CopyRules(Place place, JsonObject copy, JsonPointer at) {

    /** Most turns of a loop. */
    static final long MOST = 800;

    private static final String LOOPS =
            " Please see https://aka.ms/arm-resource-loops for usage details.";

    /** The loop's name, evaluated. */
    static String name(JsonObject copy, Place place) {
        String written = copy.find("name").flatMap(Json::asText).orElse("");
        return new Bodies(place).text(written).known().flatMap(Json::asText).orElse(written);
    }

    /** The number of turns, 0 to 800. */
    long count() {
        Source source = place.run().template().source();
        Optional<Json> written = copy.find("count").filter(json -> !json.isNull());
        if (written.isEmpty()) {
            throw Wrapping.of(
                    "The template 'copy' definition"
                            + Wrapping.at(source.at(at))
                            + " is missing a copy count value."
                            + LOOPS,
                    source,
                    at);
        }
        JsonPointer countAt = at.child(copy.nameOf("count").orElse("count"));
        Value value = place.run().evaluate(written.get(), countAt, place);
        Optional<Long> number = value.known().flatMap(CopyRules::integer);
        if (number.isEmpty()) {
            throw invalid(shown(value), source, countAt);
        }
        if (number.get() < 0 || number.get() > MOST) {
            throw invalid(number.get().toString(), source, at);
        }
        return number.get();
    }

    private static Optional<Long> integer(Json json) {
        return json instanceof JsonNumber number ? number.asLong() : Optional.empty();
    }

    private static String shown(Value value) {
        if (value.isDeferred() || value.known().isEmpty()) {
            return value.shown().asText().orElseGet(() -> value.shown().toText());
        }
        return switch (value.known().get()) {
            case JsonString(var text) -> text;
            case Json other -> "[" + Value.of(other).asExpression() + "]";
        };
    }

    private static TemplateFault invalid(String count, Source source, JsonPointer pointer) {
        return Wrapping.of(
                "The template 'copy' definition"
                        + Wrapping.at(source.at(pointer))
                        + " has an invalid copy count of: '"
                        + count
                        + "'. The copy count must be a non-negative integer value and cannot exceed"
                        + " '800'."
                        + LOOPS,
                source,
                pointer);
    }

    static void refuseNested(Json input, Place place, JsonPointer at) {
        if (holdsCopy(input)) {
            Source source = place.run().template().source();
            throw Wrapping.of(
                    "The template 'copy' definition"
                            + Wrapping.at(source.at(at))
                            + " has nested copy arrays. The use of nested copy arrays is not"
                            + " supported."
                            + LOOPS,
                    source,
                    at);
        }
    }

    private static boolean holdsCopy(Json json) {
        return switch (json) {
            case JsonArray(var items) -> items.stream().anyMatch(CopyRules::holdsCopy);
            case JsonObject object ->
                    object.find("copy").filter(JsonArray.class::isInstance).isPresent()
                            || object.members().values().stream().anyMatch(CopyRules::holdsCopy);
            default -> false;
        };
    }
}
