package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a step is tried.
 *
 * @param attempts in all, at least one
 * @param pause between two attempts
 */
public record Retry(int attempts, Duration pause) {

    /** Once only. */
    public static final Retry NONE = new Retry(1, Duration.ZERO);

    public Retry {
        requireNonNull(pause);
        if (attempts < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("Not a retry: " + attempts + ", " + pause + ".");
        }
    }
}
