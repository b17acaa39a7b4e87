package dev.belay.template.syntax;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shape that the sections of a template must have: which members there must be, and of which
 * kinds they may be. Evidence: engine, families {@code root}, {@code wrong kinds}.
 */
final class ModelRules {

    private static final Set<String> OBJECT = Set.of("Object");
    private static final Set<String> ARRAY = Set.of("Array");
    private static final Set<String> STRING = Set.of("String");
    private static final Set<String> INTEGER = Set.of("Integer");
    private static final Set<String> BOOLEAN = Set.of("Boolean");
    private static final Set<String> SCHEMA = Set.of("Object", "Boolean");

    private static final Map<String, Set<String>> ROOT =
            Map.of(
                    "$schema", STRING,
                    "languageVersion", STRING,
                    "definitions", OBJECT,
                    "parameters", OBJECT,
                    "variables", OBJECT,
                    "functions", ARRAY,
                    "resources", Set.of("Array", "Object"),
                    "outputs", OBJECT);

    private static final Map<String, Set<String>> TYPE =
            Map.ofEntries(
                    Map.entry("type", STRING),
                    Map.entry("$ref", STRING),
                    Map.entry("allowedValues", ARRAY),
                    Map.entry("minLength", INTEGER),
                    Map.entry("maxLength", INTEGER),
                    Map.entry("minValue", INTEGER),
                    Map.entry("maxValue", INTEGER),
                    Map.entry("properties", OBJECT),
                    Map.entry("prefixItems", ARRAY),
                    Map.entry("items", SCHEMA),
                    Map.entry("additionalProperties", SCHEMA),
                    Map.entry("discriminator", OBJECT));

    private static final Map<String, Set<String>> RESOURCE =
            Map.of(
                    "type", STRING,
                    "dependsOn", ARRAY,
                    "resources", Set.of("Array", "Object"),
                    "copy", OBJECT,
                    "existing", BOOLEAN);

    private static final Map<String, Set<String>> FUNCTION =
            Map.of("parameters", ARRAY, "output", OBJECT);

    private final JsonObject root;

    /**
     * What is wrong.
     *
     * @param pointer where
     */
    record Flaw(JsonPointer pointer, String reason) {}

    ModelRules(JsonObject root) {
        this.root = root;
    }

    Optional<Flaw> first() {
        for (String required : List.of("$schema", "contentVersion", "resources")) {
            if (root.find(required).filter(json -> !json.isNull()).isEmpty()) {
                return Optional.of(
                        new Flaw(
                                JsonPointer.ROOT,
                                "Required property '" + required + "' not found in JSON."));
            }
        }
        return kinds(root, JsonPointer.ROOT, ROOT)
                .or(() -> each("definitions", TYPE))
                .or(() -> each("parameters", TYPE))
                .or(this::functions)
                .or(() -> each("outputs", TYPE))
                .or(() -> resources(root, JsonPointer.ROOT));
    }

    private Optional<Flaw> each(String section, Map<String, Set<String>> rules) {
        JsonPointer at = JsonPointer.of(root.nameOf(section).orElse(section));
        JsonObject members = root.find(section).flatMap(Json::asObject).orElse(Json.object());
        for (Map.Entry<String, Json> member : members.members().entrySet()) {
            Optional<Flaw> flaw = type(member.getValue(), at.child(member.getKey()), rules);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> type(Json json, JsonPointer at, Map<String, Set<String>> rules) {
        if (!(json instanceof JsonObject object)) {
            return Optional.of(new Flaw(at, expected(json, "Object")));
        }
        return kinds(object, at, rules)
                .or(() -> parts(object, at, rules))
                .or(() -> discriminator(object, at));
    }

    private static Optional<Flaw> parts(
            JsonObject type, JsonPointer at, Map<String, Set<String>> rules) {
        Optional<JsonObject> properties = type.find("properties").flatMap(Json::asObject);
        if (properties.isPresent()) {
            JsonPointer below = at.child(type.nameOf("properties").orElseThrow());
            for (Map.Entry<String, Json> member : properties.get().members().entrySet()) {
                Optional<Flaw> flaw = type(member.getValue(), below.child(member.getKey()), rules);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        Optional<JsonArray> prefix = type.find("prefixItems").flatMap(Json::asArray);
        for (int i = 0; prefix.isPresent() && i < prefix.get().size(); i++) {
            Optional<Flaw> flaw =
                    type(prefix.get().get(i), at.child("prefixItems").child(i), rules);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return type.find("items")
                .filter(JsonObject.class::isInstance)
                .flatMap(items -> type(items, at.child("items"), rules));
    }

    private static Optional<Flaw> discriminator(JsonObject type, JsonPointer at) {
        Optional<JsonObject> rule = type.find("discriminator").flatMap(Json::asObject);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        for (String member : List.of("propertyName", "mapping")) {
            if (rule.get().find(member).isEmpty()) {
                return Optional.of(
                        new Flaw(
                                at.child("discriminator"),
                                "Required property '" + member + "' not found in JSON."));
            }
        }
        return kinds(
                rule.get(),
                at.child("discriminator"),
                Map.of("propertyName", STRING, "mapping", OBJECT));
    }

    private Optional<Flaw> functions() {
        JsonArray namespaces =
                root.find("functions").flatMap(Json::asArray).orElse(JsonArray.EMPTY);
        JsonPointer at = JsonPointer.of(root.nameOf("functions").orElse("functions"));
        for (int i = 0; i < namespaces.size(); i++) {
            JsonPointer here = at.child(i);
            if (!(namespaces.get(i) instanceof JsonObject namespace)) {
                return Optional.of(new Flaw(here, expected(namespaces.get(i), "Object")));
            }
            Optional<Flaw> flaw =
                    kinds(namespace, here, Map.of("namespace", STRING, "members", OBJECT))
                            .or(() -> members(namespace, here));
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> members(JsonObject namespace, JsonPointer at) {
        JsonObject members =
                namespace.find("members").flatMap(Json::asObject).orElse(Json.object());
        for (Map.Entry<String, Json> member : members.members().entrySet()) {
            Optional<Flaw> flaw =
                    type(member.getValue(), at.child("members").child(member.getKey()), FUNCTION);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> resources(JsonObject holder, JsonPointer at) {
        JsonPointer below = at.child(holder.nameOf("resources").orElse("resources"));
        Json section = holder.find("resources").orElse(JsonArray.EMPTY);
        if (section instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                Optional<Flaw> flaw = resource(array.get(i), below.child(i));
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        if (section instanceof JsonObject object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                Optional<Flaw> flaw = resource(member.getValue(), below.child(member.getKey()));
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> resource(Json json, JsonPointer at) {
        if (!(json instanceof JsonObject object)) {
            return Optional.of(new Flaw(at, expected(json, "Object")));
        }
        return kinds(object, at, RESOURCE).or(() -> resources(object, at));
    }

    private static Optional<Flaw> kinds(
            JsonObject object, JsonPointer at, Map<String, Set<String>> rules) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            Optional<Set<String>> allowed =
                    rules.entrySet().stream()
                            .filter(rule -> rule.getKey().equalsIgnoreCase(member.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst();
            Json value = member.getValue();
            if (allowed.isPresent() && !value.isNull() && !allowed.get().contains(kind(value))) {
                return Optional.of(
                        new Flaw(
                                at.child(member.getKey()),
                                expected(value, String.join(", ", allowed.get()))));
            }
        }
        return Optional.empty();
    }

    private static String expected(Json value, String kinds) {
        String shown =
                switch (value) {
                    case JsonString(var text) -> text;
                    case JsonArray _ -> "[array]";
                    case JsonObject _ -> "[object]";
                    case JsonNumber _, JsonBoolean _, JsonNull _ -> value.toText();
                };
        return "Evaluation result of language expression '"
                + shown
                + "' is type '"
                + kind(value)
                + "', expected type is '"
                + kinds
                + "'.";
    }

    private static String kind(Json value) {
        return switch (value) {
            case JsonString _ -> "String";
            case JsonArray _ -> "Array";
            case JsonObject _ -> "Object";
            case JsonNumber number -> number.isInteger() ? "Integer" : "Float";
            case JsonBoolean _ -> "Boolean";
            case JsonNull _ -> "Null";
        };
    }
}
