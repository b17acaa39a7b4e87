package dev.belay.types.comparison;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonString;
import dev.belay.types.shape.ShapePath;

/**
 * A writable value at the end of a path: a text, number or truth, an empty object or list, or a
 * whole list whose items cannot be told apart.
 *
 * @param pointer into the body it was found in
 * @param path the same place in bodies of its type
 * @param known whether the type's shape has the place
 * @param writeOnly whether no GET shows it
 * @param caseless whether the specification names its values; ARM answers them in a case of its own
 *     (recorded: {@code fromImage} was sent, {@code FromImage} shown)
 */
public record Leaf(
        JsonPointer pointer,
        Json value,
        ShapePath path,
        boolean known,
        boolean writeOnly,
        boolean caseless) {

    public Leaf {
        requireNonNull(pointer);
        requireNonNull(value);
        requireNonNull(path);
    }

    /** Whether this leaf and one of the same place in another body hold the same. */
    public boolean same(Leaf other) {
        if (caseless
                && value instanceof JsonString(var mine)
                && other.value instanceof JsonString(var theirs)) {
            return mine.equalsIgnoreCase(theirs);
        }
        return SameValue.same(propertyName(), value, other.value);
    }

    /** The name of the property, of its list for an item. */
    private String propertyName() {
        String last = path.text().substring(path.text().lastIndexOf('.') + 1);
        int bracket = last.indexOf('[');
        return bracket < 0 ? last : last.substring(0, bracket);
    }
}
