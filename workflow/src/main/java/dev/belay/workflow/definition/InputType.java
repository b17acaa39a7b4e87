package dev.belay.workflow.definition;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.Locale;

/** The type of an input's value. */
public enum InputType {
    STRING,
    INT,
    BOOL,
    OBJECT,
    ARRAY;

    /** As the file writes it, e.g. {@code string}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean fits(Json value) {
        return switch (this) {
            case STRING -> value instanceof JsonString;
            case INT -> value instanceof JsonNumber number && number.asLong().isPresent();
            case BOOL -> value instanceof JsonBoolean;
            case OBJECT -> value instanceof JsonObject;
            case ARRAY -> value instanceof JsonArray;
        };
    }
}
