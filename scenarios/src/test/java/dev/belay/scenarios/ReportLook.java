package dev.belay.scenarios;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.types.catalog.Catalog;
import dev.belay.types.shape.Flag;
import dev.belay.types.shape.PathLookup;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stranger's look at what a case speaks of. */
final class ReportLook {

    private static final String GROUPS = "2021-04-01";

    /** What the policy service notes of each write (recorded), among what a person may write. */
    private static final List<String> NOTED =
            List.of("/properties/metadata/updatedBy", "/properties/metadata/updatedOn");

    private final OutsideReader reader;
    private final ReportNames names;

    ReportLook(OutsideReader reader, ReportNames names) {
        this.reader = reader;
        this.names = names;
    }

    /** Bodies by id as the case writes it; JSON null for what is not there. */
    Map<String, Json> at(List<Expectation.State> state) {
        var bodies = new LinkedHashMap<String, Json>();
        for (Expectation.State one : state) {
            if (!one.is().startsWith("no resource")) {
                bodies.put(one.id(), body(one.id()));
            }
        }
        return bodies;
    }

    private Json body(String id) {
        ArmResponse answer = reader.get(id, version(id));
        return switch (answer.status()) {
            case 200 -> OutsideReader.withoutEmptyTags(answer.json().orElseThrow());
            case 204, 404 -> Json.nullValue();
            default -> throw new AssertionError(id + ": " + answer);
        };
    }

    /** The principal id that the server gave to a resource. */
    String principalId(String id) {
        Json body = body(id);
        return body.textAt("/identity/principalId")
                .or(() -> body.textAt("/properties/principalId"))
                .orElse("none");
    }

    private String version(String id) {
        if (!id.contains("/providers/")) {
            return GROUPS;
        }
        String type = OutsideReader.typeOf(id);
        return names.version(type)
                .or(
                        () ->
                                ResourceType.parse(type)
                                        .flatMap(Catalog.standard()::type)
                                        .map(facts -> facts.apiVersion()))
                .orElse(GROUPS);
    }

    /** Where two bodies of a resource differ in what can be written; ARM's own notes aside. */
    List<String> differences(String id, Json before, Json after) {
        var left = OutsideReader.differences(Map.of("", before), Map.of("", after));
        var found = new ArrayList<String>();
        for (String place : left) {
            JsonPointer pointer = JsonPointer.parse(place.substring(place.indexOf('#') + 1));
            if (!NOTED.contains(pointer.toString()) && !readOnly(id, pointer)) {
                found.add(
                        pointer
                                + ": "
                                + shown(before, pointer)
                                + " before, "
                                + shown(after, pointer)
                                + " now");
            }
        }
        return found;
    }

    private static String shown(Json body, JsonPointer pointer) {
        return body.at(pointer).map(Json::toText).orElse("nothing");
    }

    /** Whether a part of the way to a place is read-only, as the catalog says. */
    private boolean readOnly(String id, JsonPointer pointer) {
        if (!id.contains("/providers/")) {
            return pointer.toString().startsWith("/properties");
        }
        var facts = ResourceType.parse(OutsideReader.typeOf(id)).flatMap(Catalog.standard()::type);
        if (facts.isEmpty()) {
            return false;
        }
        var shape = facts.get().body(version(id)).shapeFor(id.substring(id.lastIndexOf('/') + 1));
        var path = Optional.<ShapePath>empty();
        for (String segment : pointer.segments()) {
            path =
                    segment.matches("\\d+")
                            ? path.map(ShapePath::items)
                            : Optional.of(path.orElse(ShapePath.ROOT).member(segment));
            var properties = PathLookup.at(shape, path.orElseThrow());
            if (!properties.isEmpty()
                    && properties.stream().allMatch(p -> p.flags().contains(Flag.READ_ONLY))) {
                return true;
            }
        }
        return false;
    }

    /** Where a body does not hold the values; lists are complete, in any order. */
    List<String> missing(Json body, Json values) {
        var found = new ArrayList<String>();
        values.asObject()
                .orElse(Json.object())
                .members()
                .forEach(
                        (name, value) -> {
                            Optional<Json> actual =
                                    member(body, name)
                                            .or(
                                                    () ->
                                                            body.at("/properties")
                                                                    .flatMap(p -> member(p, name)));
                            if (!holds(actual.orElse(Json.nullValue()), value)) {
                                found.add(
                                        name
                                                + " is "
                                                + actual.map(Json::toText).orElse("missing")
                                                + ", not "
                                                + value.toText());
                            }
                        });
        return found;
    }

    private static Optional<Json> member(Json body, String name) {
        return body.asObject().flatMap(object -> object.find(name));
    }

    private static boolean holds(Json actual, Json value) {
        if (value instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .allMatch(
                            entry ->
                                    holds(
                                            member(actual, entry.getKey()).orElse(Json.nullValue()),
                                            entry.getValue()));
        }
        if (value.asArray().isPresent()) {
            var left = new ArrayList<>(actual.asArray().map(a -> a.items()).orElse(List.of()));
            for (Json item : value.asArray().get()) {
                Optional<Json> same = left.stream().filter(one -> holds(one, item)).findFirst();
                if (same.isEmpty()) {
                    return false;
                }
                left.remove(same.get());
            }
            return left.isEmpty()
                    && (actual.asArray().isPresent() || value.asArray().get().isEmpty());
        }
        boolean sameId =
                value.asText().filter(text -> text.startsWith("/")).isPresent()
                        && actual.asText().isPresent()
                        && actual.asText().get().equalsIgnoreCase(value.asText().get());
        return sameId || actual.equals(value);
    }

    /** The ids of the resources of a type, by the list of its group. */
    List<String> ofType(String collection) {
        String group = collection.substring(0, collection.indexOf("/providers/"));
        String type = collection.substring(collection.indexOf("/providers/") + 11);
        return reader.listed(group).stream()
                .filter(id -> OutsideReader.typeOf(id).equalsIgnoreCase(type))
                .toList();
    }
}
