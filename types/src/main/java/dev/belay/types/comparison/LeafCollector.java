package dev.belay.types.comparison;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.Overlay;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Collects the leaves of sanitised bodies. A first walk through all bodies gathers the lists at
 * each place, so that one key is chosen for all of them; then each body is walked on its own.
 */
final class LeafCollector {

    /** What a value is met with on the way down. */
    private record Here(
            Shape shape,
            ShapePath path,
            JsonPointer pointer,
            Place place,
            boolean known,
            boolean writeOnly) {}

    private final TypeFacts facts;
    private final Shape.Members root;
    private final Map<ShapePath, Optional<ListKey>> keys = new HashMap<>();

    LeafCollector(TypeFacts facts, Shape.Members root, List<JsonObject> bodies) {
        this.facts = facts;
        this.root = root;
        var lists = new HashMap<ShapePath, List<JsonArray>>();
        bodies.forEach(body -> gather(start(), body, lists));
        lists.forEach((path, all) -> keys.put(path, ListKey.keyOf(facts, path, all)));
    }

    SequencedMap<Place, Leaf> leaves(JsonObject body) {
        var leaves = new LinkedHashMap<Place, Leaf>();
        walk(start(), body, leaves);
        return leaves;
    }

    private Here start() {
        return new Here(root, ShapePath.ROOT, JsonPointer.ROOT, Place.ROOT, true, false);
    }

    private void gather(Here here, Json value, Map<ShapePath, List<JsonArray>> lists) {
        switch (value) {
            case JsonObject object ->
                    object.members()
                            .forEach((name, v) -> gather(below(here, object, name), v, lists));
            case JsonArray array -> {
                lists.computeIfAbsent(here.path(), _ -> new ArrayList<>()).add(array);
                array.forEach(item -> gather(item(here, 0, ""), item, lists));
            }
            default -> {}
        }
    }

    private void walk(Here here, Json value, Map<Place, Leaf> leaves) {
        switch (value) {
            case JsonObject object when !object.isEmpty() ->
                    object.members()
                            .forEach((name, v) -> walk(below(here, object, name), v, leaves));
            case JsonArray array when key(here).isPresent() ->
                    items(here, array, key(here).get(), leaves);
            default -> {
                if (!saysNothing(here, value)) {
                    leaves.put(here.place(), leaf(here, value));
                }
            }
        }
    }

    private Optional<ListKey> key(Here here) {
        return keys.getOrDefault(here.path(), Optional.empty());
    }

    private void items(Here here, JsonArray array, ListKey key, Map<Place, Leaf> leaves) {
        for (int i = 0; i < array.size(); i++) {
            String identity = key.identity(array.get(i)).orElseThrow();
            walk(item(here, i, identity), array.get(i), leaves);
        }
    }

    private static Leaf leaf(Here here, Json value) {
        boolean caseless = here.shape() instanceof Shape.Text text && !text.allowed().isEmpty();
        return new Leaf(
                here.pointer(), value, here.path(), here.known(), here.writeOnly(), caseless);
    }

    /** Null, an object whose members are all absent, and some empty lists and maps. */
    private boolean saysNothing(Here here, Json value) {
        if (value.isNull() || here.place().equals(Place.ROOT)) {
            return true;
        }
        boolean memberless =
                value.isEmptyObject()
                        && here.shape() instanceof Shape.Members shape
                        && !shape.properties().isEmpty()
                        && !shape.isMap();
        boolean empty = value.isEmptyObject() || value.equals(Json.array());
        return memberless
                || (empty
                        && (Overlay.standard()
                                        .common()
                                        .emptyIsAbsent()
                                        .contains(here.path().folded())
                                || facts.overlay()
                                        .at(Quirk.EmptyIsAbsent.class, here.path())
                                        .isPresent()));
    }

    private Here below(Here here, JsonObject object, String name) {
        Optional<Shape.Members> members =
                here.shape() instanceof Shape.Members shape
                        ? Optional.of(shape.variantOf(object))
                        : Optional.empty();
        Optional<Property> property = members.flatMap(shape -> shape.property(name));
        boolean map = members.filter(Shape.Members::isMap).isPresent();
        Optional<Shape> inner =
                property.map(Property::shape)
                        .or(() -> members.flatMap(Shape.Members::additionalShape));
        return new Here(
                inner.orElseGet(Shape.Any::new),
                property.isEmpty() && map
                        ? here.path().values()
                        : here.path().member(property.map(Property::name).orElse(name)),
                here.pointer().child(name),
                here.place().member(name),
                here.known() && (members.isEmpty() || inner.isPresent()),
                here.writeOnly() || property.filter(Property::writeOnly).isPresent());
    }

    private static Here item(Here here, int index, String identity) {
        Shape inner = here.shape() instanceof Shape.Items list ? list.item() : new Shape.Any();
        return new Here(
                inner,
                here.path().items(),
                here.pointer().child(index),
                here.place().item(identity),
                here.known(),
                here.writeOnly());
    }
}
