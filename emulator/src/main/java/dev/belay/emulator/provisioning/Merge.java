package dev.belay.emulator.provisioning;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

/** JSON merge patch (RFC 7396) as ARM uses it: {@code tags} are replaced as a whole. */
final class Merge {

    private Merge() {}

    static JsonObject patch(JsonObject there, JsonObject patch) {
        JsonObject merged = there;
        for (var entry : patch.members().entrySet()) {
            String name = merged.nameOf(entry.getKey()).orElse(entry.getKey());
            Json value = entry.getValue();
            if (value.isNull()) {
                merged = merged.without(name);
            } else if (value instanceof JsonObject inside
                    && !name.equalsIgnoreCase("tags")
                    && merged.get(name).orElse(Json.nullValue()) instanceof JsonObject below) {
                merged = merged.with(name, patch(below, inside));
            } else {
                merged = merged.with(name, value);
            }
        }
        return merged;
    }
}
