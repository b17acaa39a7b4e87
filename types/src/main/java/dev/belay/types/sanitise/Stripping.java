package dev.belay.types.sanitise;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One walk through one body that leaves out what a PUT must not carry, and notes what it met. */
final class Stripping {

    private static final ShapePath IDENTITIES = new ShapePath("identity.userAssignedIdentities");

    private final PathRules rules;
    private final JsonObject root;
    private final List<JsonPointer> stripped = new ArrayList<>();
    private final List<JsonPointer> unknown = new ArrayList<>();
    private final List<JsonPointer> masked = new ArrayList<>();

    Stripping(PathRules rules, JsonObject root) {
        this.rules = rules;
        this.root = root;
    }

    Sanitised known(Shape.Members shape) {
        JsonObject body = members(shape.variantOf(root), ShapePath.ROOT, JsonPointer.ROOT, root);
        return new Sanitised(body, stripped, unknown, masked, true);
    }

    Sanitised unknown() {
        var kept = JsonObject.builder();
        root.members()
                .forEach(
                        (name, value) -> {
                            JsonPointer at = JsonPointer.ROOT.child(name);
                            if (PathRules.COMMON.stripsAtRoot(name)) {
                                stripped.add(at);
                            } else {
                                boolean map = name.equalsIgnoreCase("tags");
                                kept.put(name, opaque(new ShapePath(name), at, value, !map));
                            }
                        });
        return new Sanitised(kept.build(), stripped, List.of(), masked, false);
    }

    private JsonObject members(
            Shape.Members shape, ShapePath path, JsonPointer at, JsonObject value) {
        var kept = JsonObject.builder();
        value.members()
                .forEach(
                        (name, inner) ->
                                kept.put(name, member(shape, path, at.child(name), name, inner)));
        return kept.build();
    }

    private Optional<Json> member(
            Shape.Members shape, ShapePath path, JsonPointer at, String name, Json value) {
        Optional<Property> property = shape.property(name);
        ShapePath place =
                property.isEmpty() && shape.isMap()
                        ? path.values()
                        : path.member(property.map(Property::name).orElse(name));
        if (serverSets(property, shape.isMap(), place, name) || invalidHere(place)) {
            stripped.add(at);
            return Optional.empty();
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        if (property.isPresent()) {
            return value(property.get().shape(), place, at, value)
                    .filter(left -> !vanishes(property.get(), place, left));
        }
        return shape.additionalShape()
                .map(inner -> value(inner, place, at, value))
                .orElseGet(() -> unknownMember(place, at, value));
    }

    private boolean serverSets(
            Optional<Property> property, boolean map, ShapePath place, String name) {
        if (rules.writable().contains(place)) {
            return false;
        }
        boolean top = place.text().indexOf('.') < 0;
        boolean named = property.isPresent() || !map;
        return property.filter(Property::readOnly).isPresent()
                || rules.readOnly().contains(place)
                || (named && top && PathRules.COMMON.stripsAtRoot(name))
                || (named && PathRules.COMMON.stripsAnywhere(name));
    }

    private boolean invalidHere(ShapePath place) {
        return rules.onlyWhere().stream()
                .filter(quirk -> quirk.path().equals(place))
                .anyMatch(this::contradicted);
    }

    /** Where the other place is absent, as in a body to be sent, nothing can be said. */
    private boolean contradicted(Quirk.OnlyWhere quirk) {
        Optional<Json> there = Optional.of(root);
        for (String name : quirk.where().text().split("\\.", -1)) {
            there = there.flatMap(Json::asObject).flatMap(object -> object.find(name));
        }
        return there.flatMap(Json::asText)
                .filter(text -> !text.equalsIgnoreCase(quirk.value()))
                .isPresent();
    }

    private boolean vanishes(Property property, ShapePath place, Json left) {
        Optional<Quirk.EmptyClears> clears = rules.emptyClearsAt(place);
        if (clears.isPresent()) {
            return left.asObject()
                    .flatMap(object -> object.find(clears.get().list()))
                    .map(Json.array()::equals)
                    .orElse(left.isEmptyObject());
        }
        if (!left.isEmptyObject()) {
            return false;
        }
        boolean named =
                property.shape() instanceof Shape.Members shape
                        && !shape.properties().isEmpty()
                        && !shape.isMap();
        return rules.refusedWhenEmpty().contains(place) || (named && !property.required());
    }

    private Optional<Json> unknownMember(ShapePath place, JsonPointer at, Json value) {
        unknown.add(at);
        return opaque(place, at, value, false);
    }

    private Optional<Json> value(Shape shape, ShapePath place, JsonPointer at, Json value) {
        return switch (shape) {
            case Shape.Members inner when value instanceof JsonObject object ->
                    Optional.of(
                            place.equals(IDENTITIES)
                                    ? identities(object)
                                    : members(inner.variantOf(object), place, at, object));
            case Shape.Items items when value instanceof JsonArray array ->
                    items(
                            array,
                            (i, item) -> value(items.item(), place.items(), at.child(i), item));
            case Shape _ -> opaque(place, at, value, false);
        };
    }

    private static JsonObject identities(JsonObject identities) {
        var emptied = JsonObject.builder();
        identities.members().keySet().forEach(id -> emptied.put(id, Json.object()));
        return emptied.build();
    }

    /**
     * A value of which nothing is known: only masks are taken out, what the overlay names, and, if
     * asked, what is named alike in all types.
     */
    private Optional<Json> opaque(ShapePath place, JsonPointer at, Json value, boolean byName) {
        if (PathRules.COMMON.isMask(value)) {
            masked.add(at);
            return Optional.empty();
        }
        return switch (value) {
            case JsonObject object -> Optional.of(opaqueMembers(place, at, object, byName));
            case JsonArray array ->
                    items(array, (i, item) -> opaque(place.items(), at.child(i), item, byName));
            default -> Optional.of(value);
        };
    }

    private JsonObject opaqueMembers(
            ShapePath place, JsonPointer at, JsonObject object, boolean byName) {
        var kept = JsonObject.builder();
        object.members()
                .forEach(
                        (name, inner) -> {
                            ShapePath below = place.member(name);
                            if (rules.readOnly().contains(below)
                                    || (byName && PathRules.COMMON.stripsAnywhere(name))) {
                                stripped.add(at.child(name));
                            } else {
                                kept.put(name, opaque(below, at.child(name), inner, byName));
                            }
                        });
        return kept.build();
    }

    private interface ItemRule {
        Optional<Json> apply(int index, Json item);
    }

    /** A list keeps all its items; with a masked item in it, it cannot be sent at all. */
    private static Optional<Json> items(JsonArray array, ItemRule rule) {
        var kept = new ArrayList<Json>();
        boolean whole = true;
        for (int i = 0; i < array.size(); i++) {
            Optional<Json> item = rule.apply(i, array.get(i));
            whole &= item.isPresent();
            item.ifPresent(kept::add);
        }
        return whole ? Optional.of(new JsonArray(kept)) : Optional.empty();
    }
}
