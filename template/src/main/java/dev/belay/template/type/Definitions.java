package dev.belay.template.type;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The user-defined types of a template, and what a declaration says once its {@code $ref} is
 * followed.
 *
 * @param types by name
 */
public record Definitions(Map<String, Json> types) {

    private static final String PREFIX = "#/definitions/";

    /**
     * The declaration with all that its {@code $ref} adds; what it says itself wins.
     *
     * @throws TemplateFault if the reference leads nowhere or in a circle
     */
    public JsonObject resolved(JsonObject declaration) {
        JsonObject here = declaration;
        List<String> seen = new ArrayList<>();
        while (here.find("$ref").isPresent()) {
            String reference = here.find("$ref").flatMap(Json::asText).orElse("");
            if (seen.contains(reference)) {
                throw cycle(seen, reference);
            }
            seen.add(reference);
            JsonObject target = target(reference);
            here = merged(target, here);
        }
        return here;
    }

    private JsonObject target(String reference) {
        String name =
                reference.startsWith(PREFIX)
                        ? reference.substring(PREFIX.length()).replace("~1", "/").replace("~0", "~")
                        : "";
        Json found = new JsonObject(new LinkedHashMap<>(types)).find(name).orElse(Json.of(false));
        if (found instanceof JsonObject object) {
            return object;
        }
        throw TemplateFault.of(
                "Invalid reference encountered at '"
                        + reference
                        + "'. '"
                        + reference
                        + "' not found in template. Please see"
                        + " https://aka.ms/arm-syntax-parameters for usage details.");
    }

    private static JsonObject merged(JsonObject target, JsonObject local) {
        SequencedMap<String, Json> all = new LinkedHashMap<>(target.members());
        local.members()
                .forEach(
                        (name, value) -> {
                            if (!name.equalsIgnoreCase("$ref")) {
                                all.put(target.nameOf(name).orElse(name), value);
                            }
                        });
        return new JsonObject(all);
    }

    private static TemplateFault cycle(List<String> seen, String reference) {
        List<String> circle = seen.subList(seen.indexOf(reference), seen.size());
        return circle.size() == 1
                ? TemplateFault.of(
                        "The '"
                                + reference
                                + "' symbol references itself in its own definition, which is not"
                                + " allowed.")
                : TemplateFault.of(
                        "The '"
                                + reference
                                + "' symbol's definition cycles back to itself ("
                                + String.join(" -> ", circle)
                                + " -> "
                                + reference
                                + ").");
    }
}
