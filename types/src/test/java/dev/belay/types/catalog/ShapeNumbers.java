package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The shapes that one provider's types reach, numbered anew from 0 in the order of the source. */
final class ShapeNumbers {

    private final List<Json> shapes;
    private final TreeMap<Integer, Integer> numbers = new TreeMap<>();

    ShapeNumbers(List<Json> shapes) {
        this.shapes = shapes;
    }

    void entry(JsonObject entry) {
        mapEntry(entry, this::reach);
    }

    void actions(JsonObject actions) {
        mapEach(actions, action -> mapAction(action, this::reach));
    }

    JsonObject renumberedEntry(JsonObject entry) {
        return mapEntry(entry, this::renumbered);
    }

    JsonObject renumberedActions(JsonObject actions) {
        return mapEach(actions, action -> mapAction(action, this::renumbered));
    }

    List<Json> renumberedShapes() {
        int next = 0;
        for (var number : numbers.entrySet()) {
            number.setValue(next++);
        }
        var renumbered = new ArrayList<Json>();
        for (int number : numbers.keySet()) {
            renumbered.add(mapShape((JsonObject) shapes.get(number), this::renumbered));
        }
        return renumbered;
    }

    private Json reach(Json reference) {
        int number = number(reference);
        if (numbers.putIfAbsent(number, 0) == null) {
            mapShape((JsonObject) shapes.get(number), this::reach);
        }
        return reference;
    }

    private Json renumbered(Json reference) {
        Json number = Json.of(numbers.getOrDefault(number(reference), -1));
        return reference instanceof JsonArray pair ? Json.array(number, pair.get(1)) : number;
    }

    /** A catalog entry with all its references to shapes replaced. */
    static JsonObject mapEntry(JsonObject entry, UnaryOperator<Json> reference) {
        JsonObject mapped = map(map(entry, "body", reference), "name", reference);
        mapped =
                map(
                        mapped,
                        "newerPreview",
                        preview -> map((JsonObject) preview, "body", reference));
        return map(
                mapped,
                "actions",
                actions -> mapEach((JsonObject) actions, action -> mapAction(action, reference)));
    }

    static JsonObject mapAction(Json action, UnaryOperator<Json> reference) {
        return map(map((JsonObject) action, "input", reference), "output", reference);
    }

    /** A shape with all its references to shapes replaced. */
    static JsonObject mapShape(JsonObject shape, UnaryOperator<Json> reference) {
        JsonObject mapped = map(map(shape, "items", reference), "additionalProperties", reference);
        mapped = map(mapped, "properties", all -> mapEach((JsonObject) all, reference));
        return map(mapped, "variants", all -> mapEach((JsonObject) all, reference));
    }

    static JsonObject mapEach(JsonObject object, UnaryOperator<Json> change) {
        JsonObject.Builder mapped = JsonObject.builder();
        object.members().forEach((name, value) -> mapped.put(name, change.apply(value)));
        return mapped.build();
    }

    private static JsonObject map(JsonObject object, String name, UnaryOperator<Json> change) {
        return object.get(name).map(value -> object.with(name, change.apply(value))).orElse(object);
    }

    private static int number(Json reference) {
        return SourceCatalog.number(reference instanceof JsonArray pair ? pair.get(0) : reference);
    }
}
