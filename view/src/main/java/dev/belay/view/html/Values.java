package dev.belay.view.html;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;

import java.util.List;

/** JSON values for people. */
final class Values {

    private Values() {}

    /** Over several lines, if it is an object or a list; a text without its quotes. */
    static String pretty(Json value) {
        return value.asText().isPresent() ? text(value) : JsonWriter.pretty(value);
    }

    /** A text without its quotes; an empty one is named so. */
    static String text(Json value) {
        return value.asText()
                .map(text -> text.isEmpty() ? "(empty text)" : text)
                .orElseGet(() -> JsonWriter.compact(value));
    }

    /** The members as rows. */
    static List<Parts.Named> rows(JsonObject object) {
        return object.members().entrySet().stream()
                .map(entry -> new Parts.Named(entry.getKey(), text(entry.getValue())))
                .toList();
    }

    /**
     * A deployment's outputs, name to {@code {type, value}}, as rows; secure ones have no value.
     */
    static List<Parts.Named> outputs(JsonObject outputs) {
        return outputs.members().entrySet().stream()
                .map(
                        entry ->
                                new Parts.Named(
                                        entry.getKey(),
                                        entry.getValue()
                                                .at("/value")
                                                .map(Values::text)
                                                .orElse("(secure)")))
                .toList();
    }
}
