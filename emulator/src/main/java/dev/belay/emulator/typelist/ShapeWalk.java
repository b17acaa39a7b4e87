package dev.belay.emulator.typelist;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Takes a body apart along its shape: what the server takes of what was sent, what it shows of it,
 * and what it keeps to itself.
 */
final class ShapeWalk {

    private final boolean keepsUnknown;
    private final SecretPaths secrets;

    /**
     * @param keepsUnknown whether members that the shape does not name are kept: they are when the
     *     shape is that of another api-version, which may know them
     */
    ShapeWalk(boolean keepsUnknown, SecretPaths secrets) {
        this.keepsUnknown = keepsUnknown;
        this.secrets = secrets;
    }

    /**
     * What was sent without nulls, read-only and unknown members, names as the type spells them.
     */
    JsonObject accepted(JsonObject sent, Shape.Members shape) {
        Shape.Members members = shape.variantOf(sent);
        var kept = new LinkedHashMap<String, Json>();
        sent.members()
                .forEach(
                        (name, value) -> {
                            if (value.isNull()) {
                                return;
                            }
                            Optional<Property> property = members.property(name);
                            if (property.isPresent()) {
                                if (!property.get().readOnly()) {
                                    Json inside = accepted(value, property.get().shape());
                                    kept.put(property.get().name(), inside);
                                }
                            } else if (members.isMap()) {
                                kept.put(name, accepted(value, members.additionalShape()));
                            } else if (keepsUnknown || members.properties().isEmpty()) {
                                kept.put(name, value);
                            }
                        });
        return new JsonObject(kept);
    }

    private Json accepted(Json value, Optional<Shape> shape) {
        return shape.map(known -> accepted(value, known)).orElse(value);
    }

    private Json accepted(Json value, Shape shape) {
        return switch (shape) {
            case Shape.Members members when value instanceof JsonObject object ->
                    accepted(object, members);
            case Shape.Items items when value instanceof JsonArray array ->
                    new JsonArray(
                            array.stream().map(item -> accepted(item, items.item())).toList());
            case Shape.Text text when value.asText().isPresent() -> spelled(value, text);
            default -> value;
        };
    }

    /** A named value in the type's own spelling, as providers give it back. */
    private static Json spelled(Json value, Shape.Text text) {
        String sent = value.asText().orElse("");
        return text.allowed().stream()
                .filter(sent::equalsIgnoreCase)
                .findFirst()
                .<Json>map(Json::of)
                .orElse(value);
    }

    /** The part of a body that a GET shows (or, asked so, the part that it never does). */
    JsonObject part(JsonObject body, Shape.Members shape, boolean secret) {
        return part(body, shape, "", secret).flatMap(Json::asObject).orElse(Json.object());
    }

    private Optional<Json> part(Json value, Shape shape, String path, boolean secret) {
        return switch (shape) {
            case Shape.Members members when value instanceof JsonObject object -> {
                JsonObject found = partOf(object, members, path, secret);
                yield secret && found.isEmpty() ? Optional.empty() : Optional.of(found);
            }
            case Shape.Items items when value instanceof JsonArray array ->
                    partOf(array, items, path, secret);
            default -> secret ? Optional.empty() : Optional.of(value);
        };
    }

    private JsonObject partOf(JsonObject object, Shape.Members shape, String path, boolean secret) {
        Shape.Members members = shape.variantOf(object);
        var found = new LinkedHashMap<String, Json>();
        object.members()
                .forEach(
                        (name, value) -> {
                            Optional<Property> property = members.property(name);
                            String below = path.isEmpty() ? name : path + "." + name;
                            if (property.isPresent() && secrets.hides(below, property.get())) {
                                if (secret) {
                                    found.put(name, value);
                                }
                                return;
                            }
                            Optional<Shape> shapeBelow =
                                    property.map(Property::shape).or(members::additionalShape);
                            String pathBelow = property.isPresent() ? below : path + "{}";
                            shapeBelow
                                    .map(known -> part(value, known, pathBelow, secret))
                                    .orElse(secret ? Optional.empty() : Optional.of(value))
                                    .ifPresent(inside -> found.put(name, inside));
                        });
        return new JsonObject(found);
    }

    private Optional<Json> partOf(JsonArray array, Shape.Items items, String path, boolean secret) {
        List<Json> parts = new ArrayList<>();
        boolean any = false;
        for (Json item : array) {
            Optional<Json> inside = part(item, items.item(), path + "[]", secret);
            any |= inside.isPresent();
            parts.add(inside.orElse(Json.object()));
        }
        return secret && !any ? Optional.empty() : Optional.of(new JsonArray(parts));
    }
}
