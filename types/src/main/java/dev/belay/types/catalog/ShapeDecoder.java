package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Flag;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Makes shapes of the catalog's JSON form; other shapes are referred to by number. */
final class ShapeDecoder {

    private final CatalogBlock block;

    ShapeDecoder(CatalogBlock block) {
        this.block = block;
    }

    Shape decode(JsonObject source) {
        String kind = source.textAt("/kind").orElse("");
        return switch (kind) {
            case "any" -> new Shape.Any();
            case "boolean" -> new Shape.Bool();
            case "number" -> new Shape.Number();
            case "integer" ->
                    new Shape.Integer(number(source, "minValue"), number(source, "maxValue"));
            case "string" -> text(source);
            case "array" ->
                    new Shape.Items(
                            reference(source.get("items").orElseThrow()),
                            number(source, "minLength"),
                            number(source, "maxLength"));
            case "object" -> members(source);
            default -> throw new IllegalStateException("The catalog has a shape '" + kind + "'.");
        };
    }

    private static Shape.Text text(JsonObject source) {
        return new Shape.Text(
                texts(source, "enum"),
                truth(source, "open"),
                source.textAt("/pattern"),
                number(source, "minLength"),
                number(source, "maxLength"),
                truth(source, "sensitive"));
    }

    private Shape.Members members(JsonObject source) {
        var properties = new LinkedHashMap<String, Property>();
        source.get("properties")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach((name, value) -> properties.put(name, property(name, value)));
        return new Shape.Members(
                properties,
                source.get("additionalProperties").map(this::reference),
                source.textAt("/discriminator").map(name -> variants(name, source)),
                truth(source, "sensitive"));
    }

    private Shape.Variants variants(String discriminator, JsonObject source) {
        var shapes = new LinkedHashMap<String, Supplier<Shape>>();
        source.get("variants")
                .flatMap(Json::asObject)
                .orElse(Json.object())
                .members()
                .forEach((value, shape) -> shapes.put(value, reference(shape)));
        return new Shape.Variants(discriminator, shapes);
    }

    private Property property(String name, Json value) {
        return value instanceof JsonArray(var pair)
                ? new Property(name, reference(pair.get(0)), flags(pair.get(1)))
                : new Property(name, reference(value), Set.of());
    }

    private static Set<Flag> flags(Json letters) {
        String text = letters.asText().orElseThrow();
        var flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if (text.indexOf(flag.letter()) >= 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    Supplier<Shape> reference(Json number) {
        int index = Math.toIntExact(((JsonNumber) number).asLong().orElseThrow());
        return () -> block.shape(index);
    }

    private static OptionalLong number(JsonObject source, String name) {
        Optional<Json> value = source.get(name);
        return value.isPresent() && value.get() instanceof JsonNumber number
                ? OptionalLong.of(number.value().longValueExact())
                : OptionalLong.empty();
    }

    private static boolean truth(JsonObject source, String name) {
        return source.get(name).filter(Json.of(true)::equals).isPresent();
    }

    static List<String> texts(JsonObject source, String name) {
        return source
                .get(name)
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of())
                .stream()
                .map(item -> item.asText().orElseThrow())
                .toList();
    }
}
