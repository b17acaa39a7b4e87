package dev.belay.template.type;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Whether a value is what a declaration asks for: its kind, its rules, and the types of its parts.
 * What only the deployment can know passes.
 *
 * <p>Evidence: engine, families {@code parameters}, {@code types}, {@code outputs}.
 */
public final class TypeChecker {

    private static final String PARAMETERS =
            " Please see https://aka.ms/arm-syntax-parameters for usage details.";

    private final Definitions definitions;
    private final Subject subject;

    public TypeChecker(Definitions definitions, Subject subject) {
        this.definitions = definitions;
        this.subject = subject;
    }

    /**
     * @param path the name of the parameter or output
     * @throws TemplateFault with ARM's text
     */
    public void check(JsonObject declaration, Value value, String path) {
        JsonObject type = definitions.resolved(declaration);
        if (value.kind().isEmpty() || (value.isNull() && nullable(type))) {
            return;
        }
        checkKind(type, value, path);
        new ValueRules(subject).check(type, value, path);
        checkParts(type, value, path);
    }

    /** Only the kind: all that is asked of a secret that is given. */
    public void checkKindOnly(JsonObject declaration, Value value, String path) {
        JsonObject type = definitions.resolved(declaration);
        if (value.kind().isPresent() && !(value.isNull() && nullable(type))) {
            checkKind(type, value, path);
        }
    }

    public static boolean nullable(JsonObject type) {
        Optional<Json> nullable = type.find("nullable");
        return nullable.filter(JsonBoolean.TRUE::equals).isPresent()
                || nullable.flatMap(Json::asText).filter("true"::equalsIgnoreCase).isPresent();
    }

    private void checkKind(JsonObject type, Value value, String path) {
        Optional<TypeName> expected = TypeName.of(type);
        Kind actual = value.kind().orElseThrow();
        if (expected.isPresent() && expected.get().kind() != actual) {
            throw subject.fault(
                    path,
                    "Expected a value of type '"
                            + expected.get().expected()
                            + "', but received a value of type '"
                            + actual.shown()
                            + "'. Please see https://aka.ms/arm-create-parameter-file for usage"
                            + " details.");
        }
    }

    private void checkParts(JsonObject type, Value value, String path) {
        Optional<SequencedMap<String, Value>> members = value.asMembers();
        if (members.isPresent()) {
            checkMembers(discriminated(type, members.get(), path), members.get(), path);
        }
        value.asItems().ifPresent(items -> checkItems(type, items, path));
    }

    private void checkMembers(JsonObject type, SequencedMap<String, Value> members, String path) {
        JsonObject properties = object(type, "properties");
        for (var property : properties.members().entrySet()) {
            if (property.getValue() instanceof JsonObject declared) {
                checkProperty(property.getKey(), declared, members, path);
            }
        }
        Optional<Json> additional = type.find("additionalProperties");
        List<String> unknown =
                members.keySet().stream()
                        .filter(name -> properties.nameOf(name).isEmpty())
                        .toList();
        if (additional.filter(JsonBoolean.FALSE::equals).isPresent() && !unknown.isEmpty()) {
            throw subject.fault(
                    path,
                    "The object does not allow values with properties not defined in the schema,"
                            + " but the following unknown properties were present: ['"
                            + String.join("', '", unknown)
                            + "']."
                            + PARAMETERS);
        }
        if (additional.isPresent() && additional.get() instanceof JsonObject declared) {
            members.forEach(
                    (name, member) -> {
                        if (unknown.contains(name)) {
                            check(declared, member, path + "." + name);
                        }
                    });
        }
    }

    private void checkProperty(
            String name, JsonObject declared, SequencedMap<String, Value> members, String path) {
        Optional<Value> value =
                members.entrySet().stream()
                        .filter(member -> member.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
        boolean missing = value.isEmpty() || value.get().isNull();
        if (!missing) {
            check(declared, value.get(), path + "." + name);
        } else if (!nullable(definitions.resolved(declared))) {
            throw subject.fault(
                    path,
                    "A non-null value for the property '"
                            + name
                            + "' must be provided, but the property was null or missing."
                            + PARAMETERS);
        }
    }

    private void checkItems(JsonObject type, List<Value> items, String path) {
        List<Json> prefix =
                type.find("prefixItems")
                        .flatMap(Json::asArray)
                        .map(JsonArray::items)
                        .orElse(List.of());
        for (int i = 0; i < prefix.size(); i++) {
            if (i >= items.size()) {
                throw subject.fault(
                        path,
                        "All elements of an array prefix are required, but no value was provided at"
                                + " index "
                                + i
                                + "."
                                + PARAMETERS);
            }
            if (prefix.get(i) instanceof JsonObject declared) {
                check(declared, items.get(i), path + "[" + i + "]");
            }
        }
        Optional<Json> rest = type.find("items");
        if (rest.filter(JsonBoolean.FALSE::equals).isPresent() && items.size() > prefix.size()) {
            throw subject.fault(
                    path,
                    "The array expects exactly "
                            + prefix.size()
                            + " item(s), but additional items were present."
                            + PARAMETERS);
        }
        if (rest.isPresent() && rest.get() instanceof JsonObject declared) {
            for (int i = prefix.size(); i < items.size(); i++) {
                check(declared, items.get(i), path + "[" + i + "]");
            }
        }
    }

    /** The type with the properties that its discriminator adds for this value. */
    private JsonObject discriminated(
            JsonObject type, SequencedMap<String, Value> members, String path) {
        JsonObject discriminator = object(type, "discriminator");
        if (discriminator.isEmpty()) {
            return type;
        }
        String name = discriminator.find("propertyName").flatMap(Json::asText).orElse("");
        Optional<Value> given =
                members.entrySet().stream()
                        .filter(member -> member.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .filter(value -> !value.isNull())
                        .findFirst();
        if (given.isEmpty()) {
            throw subject.fault(
                    path,
                    "No value was provided for the discriminator property '"
                            + name
                            + "'."
                            + PARAMETERS);
        }
        JsonObject mapping = object(discriminator, "mapping");
        Optional<String> key = given.get().known().flatMap(Json::asText);
        if (key.isEmpty()) {
            return type;
        }
        Optional<JsonObject> chosen = mapping.get(key.get()).flatMap(Json::asObject);
        if (chosen.isEmpty()) {
            throw subject.fault(
                    path + "." + name,
                    "The value '"
                            + key.get()
                            + "' is not part of the allowed value(s): '"
                            + String.join(",", mapping.members().keySet())
                            + "'.");
        }
        return withProperties(type, definitions.resolved(chosen.get()));
    }

    private static JsonObject withProperties(JsonObject type, JsonObject more) {
        JsonObject both = object(type, "properties").withAll(object(more, "properties"));
        JsonObject merged = type.with(type.nameOf("properties").orElse("properties"), both);
        return more.find("additionalProperties")
                .map(rule -> merged.with("additionalProperties", rule))
                .orElse(merged);
    }

    private static JsonObject object(JsonObject type, String member) {
        return type.find(member).flatMap(Json::asObject).orElse(Json.object());
    }
}
