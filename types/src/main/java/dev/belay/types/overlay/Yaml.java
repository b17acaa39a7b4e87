package dev.belay.types.overlay;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.util.List;
import java.util.Map;

/**
 * Reads YAML 1.2 as JSON values. The only class that knows the YAML library; the overlay is read at
 * run time, one small file per provider, because a copy converted at build time would have to be
 * made anew and merged for every quirk that someone adds.
 */
final class Yaml {

    private Yaml() {}

    static Json read(String text) {
        return json(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static Json json(@Nullable Object value) {
        return switch (value) {
            case null -> Json.nullValue();
            case Map<?, ?> map -> object(map);
            case List<?> list -> new JsonArray(list.stream().map(Yaml::json).toList());
            case Boolean truth -> Json.of(truth);
            case Number number -> new JsonNumber(number.toString());
            default -> Json.of(value.toString());
        };
    }

    private static JsonObject object(Map<?, ?> map) {
        var members = JsonObject.builder();
        map.forEach((name, value) -> members.put(String.valueOf(name), json(value)));
        return members.build();
    }
}
