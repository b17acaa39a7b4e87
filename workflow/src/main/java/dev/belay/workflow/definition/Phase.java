package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Steps that belong together and share what happens when one of them fails.
 *
 * @param when runs only if this is true; empty: always
 * @param steps in order, at least one
 */
public record Phase(
        String name,
        Optional<Templated> when,
        FailureStrategy onFailure,
        List<Step> steps,
        Place where) {

    public Phase {
        requireNonNull(name);
        requireNonNull(when);
        requireNonNull(onFailure);
        steps = List.copyOf(steps);
        requireNonNull(where);
    }
}
