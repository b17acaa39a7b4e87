package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedParameter;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The members of a deployment's {@code properties} that follow from its template alone. */
final class Shown {

    private Shown() {}

    /**
     * All parameters of the template, defaults evaluated; of a secure one only the type, of one
     * read from a key vault the reference. Evidence: recorded.
     *
     * @param given as the request gave them
     * @param declared whether the template has the member {@code parameters}, be it empty
     * @return empty where the template does not speak of parameters: recorded
     */
    static Optional<JsonObject> parameters(
            SequencedMap<String, ExpandedParameter> parameters,
            Map<String, JsonObject> given,
            boolean declared) {
        if (parameters.isEmpty() && !declared) {
            return Optional.empty();
        }
        var shown = JsonObject.builder();
        parameters.forEach(
                (name, parameter) ->
                        shown.put(
                                ArmText.camel(name), parameter(parameter, reference(name, given))));
        return Optional.of(shown.build());
    }

    private static JsonObject parameter(ExpandedParameter parameter, Optional<Json> reference) {
        JsonObject typed = JsonObject.of("type", Json.of(parameter.type()));
        if (reference.isPresent()) {
            return typed.with("reference", reference.get());
        }
        return parameter.secure()
                ? typed
                : parameter.value().known().map(value -> typed.with("value", value)).orElse(typed);
    }

    private static Optional<Json> reference(String name, Map<String, JsonObject> given) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(entry -> entry.getValue().find("reference"))
                .filter(reference -> !reference.isNull());
    }

    /**
     * Namespaces with their types and the locations used, {@code [null]} where a type has none.
     * Evidence: recorded.
     */
    static JsonArray providers(Expanded expanded) {
        var namespaces = new LinkedHashMap<String, Namespace>();
        for (ExpandedResource resource : expanded.resources()) {
            if (!resource.existing()) {
                ResourceType type = resource.id().type();
                namespaces
                        .computeIfAbsent(
                                type.namespace().toLowerCase(Locale.ROOT),
                                _ -> new Namespace(type.namespace(), new LinkedHashMap<>()))
                        .add(type, location(resource));
            }
        }
        return new JsonArray(namespaces.values().stream().<Json>map(Namespace::toJson).toList());
    }

    private record Namespace(String name, SequencedMap<ResourceType, SequencedSet<Json>> types) {

        void add(ResourceType type, Optional<String> location) {
            types.computeIfAbsent(type, _ -> new LinkedHashSet<>())
                    .add(location.<Json>map(Json::of).orElse(Json.nullValue()));
        }

        JsonObject toJson() {
            var rows = new ArrayList<Json>();
            types.forEach(
                    (type, locations) ->
                            rows.add(
                                    JsonObject.of(
                                            "resourceType",
                                            Json.of(type.unqualified()),
                                            "locations",
                                            new JsonArray(List.copyOf(locations)))));
            return JsonObject.of("namespace", Json.of(name), "resourceTypes", new JsonArray(rows));
        }
    }

    private static Optional<String> location(ExpandedResource resource) {
        return resource.body()
                .asMembers()
                .map(members -> members.get("location"))
                .flatMap(Value::known)
                .flatMap(Json::asText)
                .map(ArmText::compactLocation);
    }

    /** What waits for what; only resources that wait. Evidence: recorded. */
    static JsonArray dependencies(Plan plan) {
        var rows = new ArrayList<Json>();
        for (ExpandedResource resource : plan.expanded().resources()) {
            List<Json> awaited =
                    resource.dependsOn().stream()
                            .filter(plan.places()::containsKey)
                            .<Json>map(Turn::target)
                            .toList();
            if (!awaited.isEmpty()) {
                rows.add(
                        JsonObject.of("dependsOn", new JsonArray(awaited))
                                .withAll(Turn.target(resource.id())));
            }
        }
        return new JsonArray(rows);
    }

    /** {@code [{id}]}, nested deployments' resources included. Evidence: recorded. */
    static JsonArray ids(List<ResourceId> ids) {
        return new JsonArray(
                ids.stream().<Json>map(id -> JsonObject.of("id", Json.of(id.path()))).toList());
    }
}
