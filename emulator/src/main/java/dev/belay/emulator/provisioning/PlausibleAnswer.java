package dev.belay.emulator.provisioning;

import dev.belay.emulator.world.StoredResource;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.types.catalog.Action;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * What a POST action answers of whose provider only the shape is known. Evidence: inferred. Texts
 * follow from the resource's incarnation and the action, so two calls answer alike.
 */
final class PlausibleAnswer {

    private static final int DEEPEST = 3;

    private final String seed;

    private PlausibleAnswer(String seed) {
        this.seed = seed;
    }

    static Json of(Action action, StoredResource resource) {
        String seed = resource.id().folded() + "#" + resource.incarnation() + "#" + action.name();
        return action.output()
                .map(shape -> new PlausibleAnswer(seed).value(shape.get(), "", 0))
                .orElse(Json.object());
    }

    private Json value(Shape shape, String path, int depth) {
        return switch (shape) {
            case Shape.Members members -> object(members, path, depth);
            case Shape.Items items ->
                    depth < DEEPEST
                            ? Json.array(value(items.item(), path + "/0", depth + 1))
                            : Json.array();
            case Shape.Text text ->
                    Json.of(text.allowed().isEmpty() ? secret(path) : text.allowed().getFirst());
            case Shape.Bool _ -> Json.of(false);
            case Shape.Integer _, Shape.Number _ -> Json.of(0);
            case Shape.Any _ -> Json.object();
        };
    }

    private JsonObject object(Shape.Members members, String path, int depth) {
        var object = JsonObject.builder();
        if (depth < DEEPEST) {
            for (Property property : members.properties().values()) {
                object.put(
                        property.name(),
                        value(property.shape(), path + "/" + property.name(), depth + 1));
            }
        }
        return object.build();
    }

    private String secret(String path) {
        byte[] bytes = (seed + path).getBytes(StandardCharsets.UTF_8);
        String hash = UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
        return Base64.getEncoder().encodeToString(hash.getBytes(StandardCharsets.US_ASCII));
    }
}
