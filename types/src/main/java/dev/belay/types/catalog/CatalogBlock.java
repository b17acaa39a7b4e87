package dev.belay.types.catalog;

import dev.belay.json.JsonObject;
import dev.belay.types.shape.Shape;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of one provider's types: strings, then how long each type's entry, each entry of a
 * parent that is no type, and each shape is, then these themselves. Only what is asked for is
 * decoded.
 */
final class CatalogBlock {

    private record Span(int from, int length) {}

    private final byte[] bytes;
    private final List<String> strings;
    private final Map<String, Span> types = new LinkedHashMap<>();
    private final Map<String, Span> parents = new LinkedHashMap<>();
    private final int[] shapeStarts;
    // Shapes are immutable, so two readers at once at worst decode one of them twice.
    private final @Nullable Shape[] shapes;

    CatalogBlock(byte[] bytes) {
        this.bytes = bytes;
        var cursor = new PackedCursor(bytes, 0);
        this.strings = cursor.strings();
        int end = readNames(cursor, types, 0);
        end = readNames(cursor, parents, end);
        int many = cursor.count();
        this.shapeStarts = new int[many];
        this.shapes = new Shape[many];
        for (int i = 0; i < many; i++) {
            shapeStarts[i] = end;
            end += cursor.count();
        }
        rebase(cursor.position());
    }

    private int readNames(PackedCursor cursor, Map<String, Span> into, int start) {
        int at = start;
        int many = cursor.count();
        for (int i = 0; i < many; i++) {
            String name = strings.get(cursor.count());
            int length = cursor.count();
            into.put(name, new Span(at, length));
            at += length;
        }
        return at;
    }

    private void rebase(int payload) {
        types.replaceAll((_, span) -> new Span(span.from() + payload, span.length()));
        parents.replaceAll((_, span) -> new Span(span.from() + payload, span.length()));
        for (int i = 0; i < shapeStarts.length; i++) {
            shapeStarts[i] += payload;
        }
    }

    /** The entry of a type by its name as the catalog spells it. */
    Optional<JsonObject> type(String name) {
        return entry(types.get(name));
    }

    /** The actions of a parent that is no resource type, name to action. */
    Optional<JsonObject> parent(String folded) {
        return parents.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(folded))
                .findFirst()
                .flatMap(entry -> entry(entry.getValue()));
    }

    private Optional<JsonObject> entry(@Nullable Span span) {
        return span == null
                ? Optional.empty()
                : new PackedCursor(bytes, span.from()).json(strings).asObject();
    }

    Shape shape(int number) {
        Shape known = shapes[number];
        if (known != null) {
            return known;
        }
        JsonObject source =
                new PackedCursor(bytes, shapeStarts[number])
                        .json(strings)
                        .asObject()
                        .orElseThrow(() -> new IllegalStateException("Shape " + number + "."));
        Shape decoded = new ShapeDecoder(this).decode(source);
        shapes[number] = decoded;
        return decoded;
    }

    /** How many shapes have been decoded so far. */
    int decodedShapes() {
        int decoded = 0;
        for (Shape shape : shapes) {
            decoded += shape == null ? 0 : 1;
        }
        return decoded;
    }
}
