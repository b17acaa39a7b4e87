package dev.belay.emulator.type;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** Lays what a server sets by itself under what was sent. */
public final class Defaults {

    private Defaults() {}

    /** The properties of a body; an empty object if there are none. */
    public static JsonObject properties(JsonObject body) {
        return body.get("properties").flatMap(Json::asObject).orElse(Json.object());
    }

    /**
     * The value with the members of another that it lacks, objects inside of objects alike; arrays
     * stay whole.
     */
    public static JsonObject under(JsonObject value, JsonObject defaults) {
        JsonObject merged = value;
        for (var entry : defaults.members().entrySet()) {
            String name = entry.getKey();
            Optional<Json> own = value.find(name);
            if (own.isEmpty()) {
                merged = merged.with(name, entry.getValue());
            } else if (own.get() instanceof JsonObject mine
                    && entry.getValue() instanceof JsonObject theirs) {
                merged = merged.with(value.nameOf(name).orElse(name), under(mine, theirs));
            }
        }
        return merged;
    }

    /** The body with defaults below {@code properties}. */
    public static JsonObject underProperties(JsonObject body, JsonObject defaults) {
        return body.with("properties", under(properties(body), defaults));
    }

    /** The body with members of {@code properties} put in, whatever was there. */
    public static JsonObject withProperties(JsonObject body, JsonObject set) {
        return body.with("properties", properties(body).withAll(set));
    }
}
