package dev.belay.types.sanitise;

import static java.util.Objects.requireNonNull;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

import java.util.List;

/**
 * What a PUT may carry of a body that a GET showed. All pointers lead into the body as it was
 * shown; list items keep their indexes.
 *
 * @param body to be sent, without id, name, type and apiVersion
 * @param stripped set by the server, or valid only elsewhere; not in the body
 * @param unknown names that the type's shape does not have; kept in the body
 * @param masked values that stand for a hidden one, e.g. {@code ****}; not in the body
 * @param typeKnown whether the type is in the catalog; if not, little could be stripped and the
 *     resource must be called unknown
 */
public record Sanitised(
        JsonObject body,
        List<JsonPointer> stripped,
        List<JsonPointer> unknown,
        List<JsonPointer> masked,
        boolean typeKnown) {

    public Sanitised {
        requireNonNull(body);
        stripped = List.copyOf(stripped);
        unknown = List.copyOf(unknown);
        masked = List.copyOf(masked);
    }

    Sanitised withBody(JsonObject other) {
        return new Sanitised(other, stripped, unknown, masked, typeKnown);
    }
}
