package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonObject;
import dev.belay.types.shape.Flag;
import dev.belay.types.shape.Property;
import dev.belay.types.shape.Shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Walks a shape of the API and a shape of the source side by side. */
record ShapeAsSource(List<Json> source, Set<Integer> seen) {

    ShapeAsSource(List<Json> source) {
        this(source, new HashSet<>());
    }

    /**
     * @return where they differ; empty: nowhere
     */
    Optional<String> difference(Shape shape, int number) {
        return difference(shape, number, "");
    }

    private Optional<String> difference(Shape shape, int number, String path) {
        if (!seen.add(number)) {
            return Optional.empty();
        }
        var expected = (JsonObject) source.get(number);
        JsonObject flat = flat(shape);
        if (!flat.equals(without(expected))) {
            return Optional.of(path + ": " + flat.toText() + " is not " + expected.toText());
        }
        return children(shape, expected, path);
    }

    private Optional<String> children(Shape shape, JsonObject expected, String path) {
        return switch (shape) {
            case Shape.Items items -> difference(items.item(), at(expected, "items"), path + "[]");
            case Shape.Members members -> members(members, expected, path);
            case Shape _ -> Optional.empty();
        };
    }

    private Optional<String> members(Shape.Members shape, JsonObject expected, String path) {
        var found = new ArrayList<Optional<String>>();
        shape.properties()
                .forEach(
                        (name, property) ->
                                found.add(property(property, expected, path + "." + name)));
        shape.additionalShape()
                .ifPresent(
                        inner ->
                                found.add(
                                        difference(
                                                inner,
                                                at(expected, "additionalProperties"),
                                                path + "{}")));
        shape.variants()
                .ifPresent(
                        variants ->
                                variants.shapes()
                                        .forEach(
                                                (v, s) ->
                                                        found.add(variant(expected, v, s, path))));
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<String> variant(
            JsonObject expected, String value, Supplier<Shape> shape, String path) {
        var all = (JsonObject) expected.get("variants").orElseThrow();
        return difference(shape.get(), at(all, value), path + "<" + value + ">");
    }

    private Optional<String> property(Property property, JsonObject expected, String path) {
        var all = (JsonObject) expected.get("properties").orElseThrow();
        Json reference = all.get(property.name()).orElseThrow();
        var letters = new StringBuilder();
        for (Flag flag : Flag.values()) {
            if (property.flags().contains(flag)) {
                letters.append(flag.letter());
            }
        }
        String flags =
                reference instanceof JsonArray pair ? pair.get(1).asText().orElseThrow() : "";
        if (!sortedLetters(flags).equals(sortedLetters(letters.toString()))) {
            return Optional.of(path + ": flags " + letters + " are not " + flags);
        }
        int number =
                SourceCatalog.number(reference instanceof JsonArray pair ? pair.get(0) : reference);
        return difference(property.shape(), number, path);
    }

    private static String sortedLetters(String letters) {
        return letters.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int at(JsonObject expected, String name) {
        return SourceCatalog.number(expected.get(name).orElseThrow());
    }

    /** The source's shape with names in place of what refers to other shapes. */
    private static JsonObject without(JsonObject expected) {
        var flat = JsonObject.builder();
        expected.members()
                .forEach(
                        (name, value) -> {
                            switch (name) {
                                case "items", "additionalProperties" -> flat.put(name, true);
                                case "properties", "variants" ->
                                        flat.put(
                                                name,
                                                FactsAsSource.texts(
                                                        ((JsonObject) value).members().keySet()));
                                default -> flat.put(name, value);
                            }
                        });
        return flat.build();
    }

    private static JsonObject flat(Shape shape) {
        var flat = JsonObject.builder();
        switch (shape) {
            case Shape.Any _ -> flat.put("kind", "any");
            case Shape.Bool _ -> flat.put("kind", "boolean");
            case Shape.Number _ -> flat.put("kind", "number");
            case Shape.Integer integer -> {
                flat.put("kind", "integer");
                number(flat, "minValue", integer.least());
                number(flat, "maxValue", integer.most());
            }
            case Shape.Text text -> text(flat, text);
            case Shape.Items items -> {
                flat.put("kind", "array").put("items", true);
                number(flat, "minLength", items.fewest());
                number(flat, "maxLength", items.most());
            }
            case Shape.Members members -> members(flat, members);
        }
        return flat.build();
    }

    private static void text(JsonObject.Builder flat, Shape.Text text) {
        flat.put("kind", "string");
        if (!text.allowed().isEmpty()) {
            flat.put("enum", new JsonArray(text.allowed().stream().<Json>map(Json::of).toList()));
        }
        truth(flat, "open", text.open());
        truth(flat, "sensitive", text.sensitive());
        text.pattern().ifPresent(pattern -> flat.put("pattern", pattern));
        number(flat, "minLength", text.shortest());
        number(flat, "maxLength", text.longest());
    }

    private static void members(JsonObject.Builder flat, Shape.Members members) {
        flat.put("kind", "object")
                .put("properties", FactsAsSource.texts(members.properties().keySet()));
        if (members.isMap()) {
            flat.put("additionalProperties", true);
        }
        truth(flat, "sensitive", members.sensitive());
        members.variants()
                .ifPresent(
                        variants -> {
                            flat.put("discriminator", variants.discriminator());
                            if (!variants.shapes().isEmpty()) {
                                flat.put(
                                        "variants",
                                        FactsAsSource.texts(variants.shapes().keySet()));
                            }
                        });
    }

    private static void truth(JsonObject.Builder flat, String name, boolean truth) {
        if (truth) {
            flat.put(name, JsonBoolean.TRUE);
        }
    }

    private static void number(JsonObject.Builder flat, String name, OptionalLong number) {
        number.ifPresent(value -> flat.put(name, value));
    }
}
