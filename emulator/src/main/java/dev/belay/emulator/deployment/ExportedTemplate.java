package dev.belay.emulator.deployment;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A deployment's template as {@code exportTemplate} writes it again: members in ARM's order, kinds
 * of parameters and outputs with a capital. Evidence: recorded (arm-protocol 5.2).
 */
public final class ExportedTemplate {

    private static final List<String> RESOURCE =
            List.of(
                    "type",
                    "apiVersion",
                    "name",
                    "location",
                    "dependsOn",
                    "properties",
                    "resources");

    private static final List<String> PARAMETER = List.of("defaultValue", "type", "metadata");

    private static final Map<String, String> KINDS =
            Map.of(
                    "string", "String",
                    "securestring", "SecureString",
                    "int", "Int",
                    "bool", "Bool",
                    "object", "Object",
                    "secureobject", "SecureObject",
                    "array", "Array");

    private ExportedTemplate() {}

    public static JsonObject of(JsonObject template) {
        JsonObject typed = declared(declared(template, "parameters"), "outputs");
        return typed.get("resources")
                .map(resources -> typed.with("resources", resources(resources)))
                .orElse(typed);
    }

    private static JsonObject declared(JsonObject template, String member) {
        return template.get(member)
                .flatMap(Json::asObject)
                .map(
                        all -> {
                            var changed = new LinkedHashMap<String, Json>();
                            all.members().forEach((name, one) -> changed.put(name, kind(one)));
                            return template.with(member, new JsonObject(changed));
                        })
                .orElse(template);
    }

    private static Json kind(Json declaration) {
        if (!(declaration instanceof JsonObject object)) {
            return declaration;
        }
        String type = object.textAt("/type").orElse("");
        String shown = KINDS.getOrDefault(type.toLowerCase(Locale.ROOT), type);
        JsonObject typed = type.isEmpty() ? object : object.with("type", Json.of(shown));
        return TemplateHash.ordered(typed, PARAMETER);
    }

    private static Json resources(Json resources) {
        return resources instanceof JsonArray all
                ? new JsonArray(
                        all.stream()
                                .map(
                                        one ->
                                                one instanceof JsonObject object
                                                        ? TemplateHash.ordered(object, RESOURCE)
                                                        : one)
                                .toList())
                : resources;
    }
}
