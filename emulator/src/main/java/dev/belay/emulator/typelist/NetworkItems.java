package dev.belay.emulator.typelist;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The named items of Microsoft.Network's lists: each gets an id below its parent's, and states of
 * its own. Evidence: recorded (subnets, rules, IP configurations).
 */
final class NetworkItems {

    private NetworkItems() {}

    /**
     * The properties with the items of their lists filled in, at any depth.
     *
     * @param before the properties that stood there: what the server has set in an item stays
     */
    static JsonObject filled(
            ResourceId id, JsonObject properties, Shape.Members shape, JsonObject before) {
        JsonObject filled = properties;
        for (String name : properties.members().keySet()) {
            Optional<Shape.Members> item =
                    shape.property(name)
                            .filter(property -> !property.readOnly())
                            .map(property -> property.shape())
                            .flatMap(NetworkItems::itemShape);
            Optional<JsonArray> list = properties.get(name).flatMap(Json::asArray);
            if (item.isPresent() && list.isPresent()) {
                JsonArray stood = before.find(name).flatMap(Json::asArray).orElse(JsonArray.EMPTY);
                filled = filled.with(name, filled(id, name, list.get(), item.get(), stood));
            }
        }
        return filled;
    }

    private static Optional<Shape.Members> itemShape(Shape shape) {
        return shape instanceof Shape.Items items
                        && items.item() instanceof Shape.Members members
                        && members.property("name").isPresent()
                        && members.property("properties").isPresent()
                ? Optional.of(members)
                : Optional.empty();
    }

    private static JsonArray filled(
            ResourceId id, String list, JsonArray items, Shape.Members shape, JsonArray before) {
        List<Json> filled = new ArrayList<>();
        for (Json item : items) {
            filled.add(
                    item.asObject()
                            .<Json>map(one -> filled(id, list, one, shape, before))
                            .orElse(item));
        }
        return new JsonArray(filled);
    }

    private static JsonObject filled(
            ResourceId id, String list, JsonObject item, Shape.Members shape, JsonArray before) {
        Optional<String> name = item.get("name").flatMap(Json::asText);
        if (name.isEmpty() || name.get().isEmpty() || name.get().contains("/")) {
            return item;
        }
        ResourceId own = id.child(list, name.get());
        JsonObject filled = item.with("id", Json.of(own.path()));
        if (shape.property("type").filter(property -> property.readOnly()).isPresent()) {
            filled = filled.with("type", Json.of(id.type() + "/" + list));
        }
        Optional<Shape.Members> below =
                shape.property("properties")
                        .map(property -> property.shape())
                        .flatMap(
                                inner ->
                                        inner instanceof Shape.Members members
                                                ? Optional.of(members)
                                                : Optional.empty());
        if (below.isEmpty()) {
            return filled;
        }
        JsonObject stood = named(before, name.get());
        JsonObject properties = properties(filled, below.get(), stood);
        properties = filled(own, properties, below.get(), stood);
        boolean says = filled.get("properties").isPresent() || !properties.isEmpty();
        return says ? filled.with("properties", properties) : filled;
    }

    /** The properties of the item of that name; empty if there is none. */
    private static JsonObject named(JsonArray items, String name) {
        return items.stream()
                .filter(item -> item.textAt("/name").filter(name::equalsIgnoreCase).isPresent())
                .findFirst()
                .flatMap(item -> item.at("/properties"))
                .flatMap(Json::asObject)
                .orElse(Json.object());
    }

    /** The properties of an item with a state, and with what the server has set before. */
    private static JsonObject properties(JsonObject item, Shape.Members shape, JsonObject before) {
        JsonObject properties =
                item.get("properties").flatMap(Json::asObject).orElse(Json.object());
        for (Property property : shape.properties().values()) {
            String name = property.name();
            Optional<Json> stood = before.find(name);
            if (property.readOnly() && stood.isPresent() && properties.find(name).isEmpty()) {
                properties = properties.with(name, stood.get());
            }
        }
        return shape.property("provisioningState").isPresent()
                ? properties.with("provisioningState", Json.of("Succeeded"))
                : properties;
    }
}
