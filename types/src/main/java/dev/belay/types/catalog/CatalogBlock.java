package dev.belay.types.catalog;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.types.shape.Shape;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of one provider's types, one JSON value a line: the entries of the types, an empty
 * line, the actions of parents that are no types, an empty line, the shapes. Before an entry stands
 * its name and a blank; a shape's number is its place among the shapes. Only lines that are asked
 * for are decoded.
 */
final class CatalogBlock {

    private record Line(int from, int to) {}

    private final String text;
    private final Map<String, Line> types = new LinkedHashMap<>();
    private final Map<String, Line> parents = new LinkedHashMap<>();
    private final Line[] lines;
    // Shapes are immutable, so two readers at once at worst decode one of them twice.
    private final @Nullable Shape[] shapes;

    CatalogBlock(String text) {
        this.text = text;
        int start = readNamed(types, 0);
        start = readNamed(parents, start);
        this.lines = new Line[(int) text.substring(start).lines().count()];
        for (int i = 0; i < lines.length; i++) {
            int end = text.indexOf('\n', start);
            lines[i] = new Line(start, end);
            start = end + 1;
        }
        this.shapes = new Shape[lines.length];
    }

    private int readNamed(Map<String, Line> into, int from) {
        int start = from;
        while (text.charAt(start) != '\n') {
            int blank = text.indexOf(' ', start);
            int end = text.indexOf('\n', start);
            String name = text.substring(start, blank).toLowerCase(Locale.ROOT);
            into.put(name, new Line(blank + 1, end));
            start = end + 1;
        }
        return start + 1;
    }

    /** The entry of a type by its folded name. */
    Optional<JsonObject> type(String folded) {
        return Optional.ofNullable(types.get(folded)).map(this::decode);
    }

    /** The actions of a parent that is no resource type, name to action; by its folded name. */
    Optional<JsonObject> parent(String folded) {
        return Optional.ofNullable(parents.get(folded)).map(this::decode);
    }

    Shape shape(int number) {
        Shape known = shapes[number];
        if (known != null) {
            return known;
        }
        Shape decoded = new ShapeDecoder(this).decode(decode(lines[number]));
        shapes[number] = decoded;
        return decoded;
    }

    private JsonObject decode(Line line) {
        String json = text.substring(line.from(), line.to());
        return JsonReader.strict().read(json).asObject().orElseThrow();
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
