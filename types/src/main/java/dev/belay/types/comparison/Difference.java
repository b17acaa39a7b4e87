package dev.belay.types.comparison;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;

import java.util.Optional;

/**
 * A writable leaf that is not the same in two bodies.
 *
 * @param path into the left body; into the right one where the left has no such leaf
 * @param left empty: absent there
 * @param right empty: absent there
 * @param known whether the type's shape has the place; an unknown one may be the server's
 */
public record Difference(
        JsonPointer path, Optional<Json> left, Optional<Json> right, boolean known) {

    public Difference {
        requireNonNull(path);
        requireNonNull(left);
        requireNonNull(right);
    }
}
