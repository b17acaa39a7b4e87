package dev.belay.emulator.typelist;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
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

    /** The properties with the items of their lists filled in. */
    static JsonObject filled(ResourceId id, JsonObject properties, Shape.Members shape) {
        JsonObject filled = properties;
        for (String name : properties.members().keySet()) {
            Optional<Shape.Members> item =
                    shape.property(name)
                            .filter(property -> !property.readOnly())
                            .map(property -> property.shape())
                            .flatMap(NetworkItems::itemShape);
            Optional<JsonArray> list = properties.get(name).flatMap(Json::asArray);
            if (item.isPresent() && list.isPresent()) {
                filled = filled.with(name, filled(id, name, list.get(), item.get()));
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
            ResourceId id, String list, JsonArray items, Shape.Members shape) {
        List<Json> filled = new ArrayList<>();
        for (Json item : items) {
            filled.add(item.asObject().<Json>map(one -> filled(id, list, one, shape)).orElse(item));
        }
        return new JsonArray(filled);
    }

    private static JsonObject filled(
            ResourceId id, String list, JsonObject item, Shape.Members shape) {
        Optional<String> name = item.get("name").flatMap(Json::asText);
        if (name.isEmpty() || name.get().isEmpty() || name.get().contains("/")) {
            return item;
        }
        JsonObject filled = item.with("id", Json.of(id.path() + "/" + list + "/" + name.get()));
        if (shape.property("type").filter(property -> property.readOnly()).isPresent()) {
            filled = filled.with("type", Json.of(id.type() + "/" + list));
        }
        boolean hasState =
                shape.property("properties").map(property -> property.shape()).stream()
                        .anyMatch(
                                below ->
                                        below instanceof Shape.Members members
                                                && members.property("provisioningState")
                                                        .isPresent());
        if (!hasState) {
            return filled;
        }
        JsonObject properties =
                filled.get("properties").flatMap(Json::asObject).orElse(Json.object());
        return filled.with(
                "properties", properties.with("provisioningState", Json.of("Succeeded")));
    }
}
