package dev.belay.types.comparison;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.types.shape.ShapePath;

/**
 * A writable value at the end of a path: a text, number or truth, an empty object or list, or a
 * whole list whose items cannot be told apart.
 *
 * @param pointer into the body it was found in
 * @param path the same place in bodies of its type
 * @param known whether the type's shape has the place
 * @param writeOnly whether no GET shows it
 */
public record Leaf(
        JsonPointer pointer, Json value, ShapePath path, boolean known, boolean writeOnly) {

    public Leaf {
        requireNonNull(pointer);
        requireNonNull(value);
        requireNonNull(path);
    }
}
