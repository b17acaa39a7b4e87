package dev.belay.template.value;

import dev.belay.json.Json;

import java.util.Optional;

/**
 * The answers that are there already. A pure room never fetches: a read without an answer leaves
 * the expression deferred.
 */
@FunctionalInterface
public interface RuntimePort {

    Optional<Json> read(RuntimeRead read);

    /** Planning: nothing is known, everything stays deferred. */
    static RuntimePort unanswered() {
        return _ -> Optional.empty();
    }
}
