package dev.belay.types.comparison;

import dev.belay.json.JsonPointer;

import java.util.List;

/**
 * How two bodies of one resource compare.
 *
 * @param differences writable leaves that are not the same, in the order of the left body
 * @param compared how many writable leaves, known to the type's shape, were compared
 * @param ignored read-only and volatile places of either body, not compared
 * @param incomparable places whose value one of the bodies hides: masks, and write-only values that
 *     only one of them has
 */
public record Comparison(
        List<Difference> differences,
        int compared,
        List<JsonPointer> ignored,
        List<JsonPointer> incomparable) {

    public Comparison {
        differences = List.copyOf(differences);
        ignored = List.copyOf(ignored);
        incomparable = List.copyOf(incomparable);
    }

    /** Whether no writable leaf differs. */
    public boolean same() {
        return differences.isEmpty();
    }
}
