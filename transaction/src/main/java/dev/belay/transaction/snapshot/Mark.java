package dev.belay.transaction.snapshot;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

/**
 * What stands in the record of the sent bodies in place of a value that must not, or cannot, be
 * written down. A mark matches any value.
 */
public enum Mark {
    /** A secret. */
    SECURE("secure"),
    /** A value that only the deployment can compute. */
    DEFERRED("deferred");

    private static final String MEMBER = "$belay";

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    public JsonObject json() {
        return JsonObject.of(MEMBER, Json.of(word));
    }

    public boolean is(Json value) {
        return value.equals(json());
    }

    /** The place of the mark that a leaf lies in; the leaf's own place if it lies in none. */
    public static JsonPointer placeOf(JsonPointer leaf) {
        boolean inside = !leaf.segments().isEmpty() && leaf.segments().getLast().equals(MEMBER);
        return inside ? leaf.parent().orElseThrow() : leaf;
    }

    /** Whether the value is any mark. */
    public static boolean isMark(Json value) {
        return SECURE.is(value) || DEFERRED.is(value);
    }
}
