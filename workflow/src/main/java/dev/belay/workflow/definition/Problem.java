package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is wrong with a workflow.
 *
 * @param place where
 * @param message what is wrong, whole sentences
 * @param hint what to do about it, where that is not plain from the message
 */
public record Problem(Place place, String message, Optional<String> hint) {

    public Problem {
        requireNonNull(place);
        requireNonNull(message);
        requireNonNull(hint);
    }

    public static Problem of(Place place, String message) {
        return new Problem(place, message, Optional.empty());
    }

    public static Problem of(Place place, String message, String hint) {
        return new Problem(place, message, Optional.of(hint));
    }

    /** {@code file:line:column: message hint}. */
    @Override
    public String toString() {
        return place + ": " + message + hint.map(text -> " " + text).orElse("");
    }
}
