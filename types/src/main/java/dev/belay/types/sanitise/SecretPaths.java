package dev.belay.types.sanitise;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;
import dev.belay.types.catalog.Fact;
import dev.belay.types.catalog.TypeFacts;
import dev.belay.types.overlay.Quirk;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;
import dev.belay.types.shape.ShapePath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a body holds secrets: by the specification's mark, by the hints of the SDKs, by the
 * overlay, and by name. Only texts are secrets by name, and whole values inside which nothing is
 * known.
 */
public final class SecretPaths {

    private static final Shape.Members FREE =
            new Shape.Members(new LinkedHashMap<>(), Optional.empty(), Optional.empty(), false);

    private final Set<ShapePath> hinted = new HashSet<>();
    private final Set<ShapePath> cleared = new HashSet<>();
    private final List<JsonPointer> found = new ArrayList<>();

    private SecretPaths() {}

    /** Pointers to secrets, in the order of the body, at the type's own api-version. */
    public static List<JsonPointer> in(TypeFacts facts, JsonObject body) {
        String name = body.textAt("/name").orElse("");
        return in(facts, facts.apiVersion(), name, body);
    }

    /** Pointers to secrets, in the order of the body; an empty value is none. */
    public static List<JsonPointer> in(
            TypeFacts facts, String apiVersion, String name, JsonObject body) {
        var walk = new SecretPaths();
        facts.secretHints().stream().map(Fact::value).forEach(walk.hinted::add);
        facts.overlay().all(Quirk.NotSecret.class).forEach(quirk -> walk.cleared.add(quirk.path()));
        Shape.Members shape = facts.body(apiVersion).shapeFor(name);
        walk.members(shape.variantOf(body), ShapePath.ROOT, JsonPointer.ROOT, body);
        return List.copyOf(walk.found);
    }

    /** As {@link #in(TypeFacts, JsonObject)} for a value of which nothing is known: by name. */
    public static List<JsonPointer> byName(Json value) {
        var walk = new SecretPaths();
        walk.member(false, new Shape.Any(), ShapePath.ROOT, JsonPointer.ROOT, "", value);
        return List.copyOf(walk.found);
    }

    private void members(Shape.Members shape, ShapePath path, JsonPointer at, JsonObject object) {
        object.members()
                .forEach(
                        (name, value) -> {
                            Optional<Property> property = shape.property(name);
                            Shape inner =
                                    property.map(Property::shape)
                                            .or(shape::additionalShape)
                                            .orElseGet(Shape.Any::new);
                            ShapePath place =
                                    property.isEmpty() && shape.isMap()
                                            ? path.values()
                                            : path.member(name);
                            boolean marked =
                                    property.filter(Property::sensitive).isPresent()
                                            || sensitive(inner)
                                            || hinted.contains(place);
                            member(marked, inner, place, at.child(name), name, value);
                        });
    }

    private void member(
            boolean marked, Shape shape, ShapePath place, JsonPointer at, String name, Json value) {
        boolean named = PathRules.COMMON.namesSecret(name) && !cleared.contains(place);
        boolean opaque = shape instanceof Shape.Any || isFreeMap(shape);
        if (marked || (named && (isText(value) || (opaque && isFilled(value))))) {
            if (isFilled(value)) {
                found.add(at);
            }
        } else if (value instanceof JsonArray array) {
            items(shape, place.items(), at, array, named);
        } else if (value instanceof JsonObject object) {
            Shape.Members inner =
                    shape instanceof Shape.Members members ? members.variantOf(object) : FREE;
            members(inner, place, at, object);
        }
    }

    private void items(
            Shape shape, ShapePath place, JsonPointer at, JsonArray array, boolean texts) {
        Shape inner = shape instanceof Shape.Items list ? list.item() : new Shape.Any();
        boolean marked = sensitive(inner) || hinted.contains(place);
        for (int i = 0; i < array.size(); i++) {
            Json item = array.get(i);
            member(marked || (texts && isText(item)), inner, place, at.child(i), "", item);
        }
    }

    private static boolean sensitive(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> text.sensitive();
            case Shape.Members members -> members.sensitive();
            case Shape _ -> false;
        };
    }

    private static boolean isFreeMap(Shape shape) {
        return shape instanceof Shape.Members members
                && members.isMap()
                && members.properties().isEmpty();
    }

    private static boolean isText(Json value) {
        return value instanceof JsonString(var text) && !text.isEmpty();
    }

    private static boolean isFilled(Json value) {
        return !value.isNull()
                && !value.isEmptyObject()
                && !value.equals(Json.array())
                && !value.equals(Json.of(""));
    }
}
