package dev.belay.emulator.deployment;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * The {@code templateHash} of a template: a hash of its compact JSON in a fixed order of members,
 * in capitals. Evidence: recorded, and the hashes that compiled templates carry; the order of some
 * rare members is open.
 */
public final class TemplateHash {

    private static final List<String> TOP =
            List.of(
                    "$schema",
                    "languageVersion",
                    "contentVersion",
                    "definitions",
                    "extensions",
                    "imports",
                    "parameters",
                    "functions",
                    "variables",
                    "resources",
                    "outputs",
                    "metadata");

    private static final List<String> RESOURCE =
            List.of(
                    "extension",
                    "import",
                    "type",
                    "apiVersion",
                    "name",
                    "existing",
                    "location",
                    "extendedLocation",
                    "dependsOn",
                    "plan",
                    "tags",
                    "sku",
                    "zones",
                    "kind",
                    "identity",
                    "properties",
                    "subscriptionId",
                    "resourceGroup",
                    "scope",
                    "metadata",
                    "copy",
                    "condition",
                    "resources");

    private static final List<String> PARAMETER =
            List.of(
                    "defaultValue",
                    "allowedValues",
                    "items",
                    "minLength",
                    "maxLength",
                    "minValue",
                    "maxValue",
                    "nullable",
                    "type",
                    "metadata");

    private static final List<String> OUTPUT =
            List.of("items", "copy", "nullable", "type", "value", "metadata");

    private TemplateHash() {}

    /** The hash in decimal digits. */
    public static String of(JsonObject template) {
        byte[] text =
                capitals(withoutOwnHash(canonical(template))).getBytes(StandardCharsets.UTF_8);
        return Long.toUnsignedString(Murmur64.of(text));
    }

    /** The text that {@code calculateTemplateHash} shows as {@code minifiedTemplate}. */
    public static String minified(JsonObject template) {
        return capitals(canonical(template));
    }

    private static String capitals(JsonObject template) {
        return template.toText().toUpperCase(Locale.ROOT);
    }

    private static JsonObject canonical(JsonObject template) {
        JsonObject ordered = ordered(template, TOP);
        ordered = each(ordered, "parameters", PARAMETER);
        ordered = each(ordered, "outputs", OUTPUT);
        JsonObject whole = ordered;
        return whole.get("resources")
                .map(all -> whole.with("resources", resources(all)))
                .orElse(whole);
    }

    private static JsonObject withoutOwnHash(JsonObject template) {
        return template.get("metadata")
                .flatMap(Json::asObject)
                .flatMap(
                        metadata ->
                                metadata.get("_generator")
                                        .flatMap(Json::asObject)
                                        .map(
                                                generator ->
                                                        template.with(
                                                                "metadata",
                                                                metadata.with(
                                                                        "_generator",
                                                                        generator.without(
                                                                                "templateHash")))))
                .orElse(template);
    }

    private static JsonObject each(JsonObject template, String member, List<String> order) {
        return template.get(member)
                .flatMap(Json::asObject)
                .map(
                        declared -> {
                            var all = new LinkedHashMap<String, Json>();
                            declared.members()
                                    .forEach((name, one) -> all.put(name, ordered(one, order)));
                            return template.with(member, new JsonObject(all));
                        })
                .orElse(template);
    }

    private static Json resources(Json resources) {
        return switch (resources) {
            case JsonArray all -> new JsonArray(all.stream().map(TemplateHash::resource).toList());
            case JsonObject named when named.isEmpty() -> JsonArray.EMPTY;
            case JsonObject named -> {
                var all = new LinkedHashMap<String, Json>();
                named.members().forEach((name, one) -> all.put(name, resource(one)));
                yield new JsonObject(all);
            }
            default -> resources;
        };
    }

    private static Json resource(Json resource) {
        if (!(ordered(resource, RESOURCE) instanceof JsonObject object)) {
            return resource;
        }
        return object.get("resources")
                .<Json>map(children -> object.with("resources", resources(children)))
                .orElse(object);
    }

    private static Json ordered(Json json, List<String> order) {
        return json instanceof JsonObject object ? ordered(object, order) : json;
    }

    static JsonObject ordered(JsonObject object, List<String> order) {
        var members = new LinkedHashMap<String, Json>();
        order.forEach(name -> object.get(name).ifPresent(value -> members.put(name, value)));
        object.members().forEach(members::putIfAbsent);
        return new JsonObject(members);
    }
}
