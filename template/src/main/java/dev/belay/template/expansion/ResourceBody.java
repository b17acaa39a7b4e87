package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The members of a resource that are sent to its provider, evaluated. Evidence: engine; which
 * members may hold {@code reference}: families {@code illegal places}, {@code resource members}.
 */
record ResourceBody(Instance instance) {

    /** Members that say something about the resource and are not part of it. */
    private static final Set<String> ABOUT =
            Set.of(
                    "type",
                    "name",
                    "apiversion",
                    "condition",
                    "copy",
                    "dependson",
                    "resources",
                    "scope",
                    "comments",
                    "metadata",
                    "existing",
                    "@options",
                    "import",
                    "extension",
                    "method",
                    "subscriptionid",
                    "resourcegroup",
                    "asserts");

    private static final Set<String> TEXTS = Set.of("location", "kind", "managedby");

    Value evaluated() {
        Place place = instance.place();
        var members = new LinkedHashMap<String, Value>();
        try {
            for (Map.Entry<String, Json> member :
                    instance.declaration().json().members().entrySet()) {
                String name = member.getKey().toLowerCase(Locale.ROOT);
                if (!ABOUT.contains(name) && !member.getValue().isNull()) {
                    Value value =
                            member(
                                    name,
                                    member.getValue(),
                                    instance.pointer().child(member.getKey()));
                    if (!value.isNull() || name.equals("properties")) {
                        members.put(member.getKey(), value);
                    }
                }
            }
            return Value.object(members);
        } catch (TemplateFault fault) {
            throw Wrapping.resource(
                    instance.evaluatedName(),
                    place.run().template().source(),
                    instance.pointer(),
                    fault);
        }
    }

    private Value member(String name, Json json, JsonPointer at) {
        Place place = instance.place();
        return switch (name) {
            case "properties" ->
                    instance.isDeployment() && json instanceof JsonObject object
                            ? deployment(object, at)
                            : new Bodies(place.readBy(instance)).value(json, at);
            case "tags", "sku" -> new Bodies(place.lenient()).value(json, at);
            case "zones" -> new Bodies(place).value(json, at);
            default ->
                    TEXTS.contains(name) && json instanceof JsonNumber(var lexeme)
                            ? Value.of(lexeme)
                            : new Bodies(place).value(json, at);
        };
    }

    /** A deployment's properties; the template of an inner one stays as it is written. */
    private Value deployment(JsonObject properties, JsonPointer at) {
        Place place = instance.place().readBy(instance);
        boolean inner = isInner(properties, place, at);
        var members = new LinkedHashMap<String, Value>();
        for (Map.Entry<String, Json> member : properties.members().entrySet()) {
            boolean opaque = inner && member.getKey().equalsIgnoreCase("template");
            members.put(
                    member.getKey(),
                    opaque
                            ? Value.of(member.getValue())
                            : new Bodies(place)
                                    .value(member.getValue(), at.child(member.getKey())));
        }
        return Value.object(members);
    }

    private static boolean isInner(JsonObject properties, Place place, JsonPointer at) {
        return properties
                .find("expressionEvaluationOptions")
                .flatMap(Json::asObject)
                .flatMap(options -> options.find("scope"))
                .map(scope -> new Bodies(place).value(scope, at))
                .flatMap(Target::text)
                .filter("inner"::equalsIgnoreCase)
                .isPresent();
    }
}
