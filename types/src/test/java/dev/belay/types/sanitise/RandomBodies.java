package dev.belay.types.sanitise;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Bodies of a shape as a GET might show them: any properties, some odd ones among them. */
final class RandomBodies {

    private static final int DEEPEST = 6;

    private final Random random;

    RandomBodies(Random random) {
        this.random = random;
    }

    JsonObject body(Shape.Members shape) {
        JsonObject body = members(shape, 0);
        JsonObject envelope =
                JsonObject.builder()
                        .put("id", "/subscriptions/s")
                        .put("name", "n")
                        .put("type", "t")
                        .put("etag", "e")
                        .build();
        return envelope.withAll(body);
    }

    private JsonObject members(Shape.Members declared, int depth) {
        Shape.Members shape = variant(declared);
        var members = JsonObject.builder();
        declared.variants()
                .filter(variants -> !variants.shapes().isEmpty())
                .ifPresent(
                        variants ->
                                members.put(
                                        variants.discriminator(),
                                        pick(List.copyOf(variants.shapes().keySet()))));
        for (Property property : shape.properties().values()) {
            if (random.nextInt(depth + 2) == 0) {
                members.put(cased(property.name()), value(property.shape(), depth + 1));
            }
        }
        shape.additionalShape()
                .ifPresent(
                        inner -> members.put("key" + random.nextInt(3), value(inner, depth + 1)));
        if (random.nextInt(20) == 0) {
            members.put("unheardOf", free());
        }
        return members.build();
    }

    private Shape.Members variant(Shape.Members shape) {
        return shape.variants()
                .filter(variants -> !variants.shapes().isEmpty())
                .map(variants -> shape.variant(pick(List.copyOf(variants.shapes().keySet()))))
                .orElse(shape);
    }

    private Json value(Shape shape, int depth) {
        int odd = random.nextInt(40);
        if (odd == 0) {
            return Json.nullValue();
        }
        if (odd == 1) {
            return Json.of("****");
        }
        return switch (shape) {
            case Shape.Any _ -> free();
            case Shape.Bool _ -> Json.of(random.nextBoolean());
            case Shape.Integer _, Shape.Number _ -> Json.of(random.nextInt(100));
            case Shape.Text text ->
                    Json.of(text.allowed().isEmpty() ? word() : pick(text.allowed()));
            case Shape.Items items -> items(items, depth);
            case Shape.Members inner -> depth > DEEPEST ? Json.object() : members(inner, depth);
        };
    }

    private JsonArray items(Shape.Items shape, int depth) {
        var items = new ArrayList<Json>();
        for (int i = random.nextInt(3); i > 0 && depth <= DEEPEST; i--) {
            items.add(value(shape.item(), depth + 1));
        }
        return new JsonArray(items);
    }

    private Json free() {
        return switch (random.nextInt(4)) {
            case 0 -> Json.object();
            case 1 -> JsonObject.of("provisioningState", Json.of(word()));
            case 2 -> Json.array(Json.of(word()), Json.nullValue());
            default -> Json.of(word());
        };
    }

    private String word() {
        return "w" + random.nextInt(1000);
    }

    private String cased(String name) {
        return random.nextInt(10) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
