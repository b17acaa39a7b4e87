package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a transaction is undone.
 *
 * @param acceptDeletions whether what a success created may be deleted, with what lies inside by
 *     now
 * @param timeout the longest wait for ARM to come to rest
 */
public record RollbackOptions(boolean acceptDeletions, boolean liftLocks, Duration timeout) {

    public RollbackOptions {
        requireNonNull(timeout);
    }
}
