package dev.belay.transaction.change;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonPointer;

import java.util.List;
import java.util.Optional;

/**
 * What a deployment, or others while it ran, made of one resource. It holds no secret.
 *
 * @param properties what differs in a modified one, an item of a keyed list named by its key; none
 *     of the other kinds
 */
public record Delta(ResourceId id, Kind kind, List<Property> properties) {

    /** What became of the resource. */
    public enum Kind {
        /** It was not there before. */
        CREATED,
        MODIFIED,
        /** It is no longer there. */
        DELETED
    }

    public Delta {
        requireNonNull(id);
        requireNonNull(kind);
        properties = List.copyOf(properties);
    }

    /**
     * One place of a resource.
     *
     * @param before empty: it had no value
     * @param after empty: it has no value any more
     */
    public record Property(JsonPointer path, Optional<Json> before, Optional<Json> after) {
        public Property {
            requireNonNull(path);
            requireNonNull(before);
            requireNonNull(after);
        }
    }
}
