package dev.belay.transaction.change;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;

import java.util.List;

/**
 * What came of laying the former state over the present one, leaving what others did. In the paths
 * an item of a keyed list is named by its key, e.g. {@code /properties/subnets/[name=web]}.
 *
 * @param target the writable body that the resource is to have
 * @param restored places where the present state differs from the target
 * @param unsent those of them that the deployment did not send: its doing or somebody else's at the
 *     same time, which cannot be told apart
 * @param others places that others changed, left as they are
 * @param conflicts places that the deployment changed and somebody else changed again, left as they
 *     are
 */
public record Merged(
        JsonObject target,
        List<JsonPointer> restored,
        List<JsonPointer> unsent,
        List<JsonPointer> others,
        List<JsonPointer> conflicts) {

    public Merged {
        restored = List.copyOf(restored);
        unsent = List.copyOf(unsent);
        others = List.copyOf(others);
        conflicts = List.copyOf(conflicts);
    }
}
