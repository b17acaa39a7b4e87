package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

import dev.belay.transaction.journal.RecordedRequest;

import java.time.Duration;
import java.util.Optional;

/**
 * How a transaction is undone.
 *
 * @param acceptDeletions whether what a success created may be deleted, with what lies inside by
 *     now
 * @param timeout the longest wait for ARM to come to rest
 * @param strategy how; empty: as was asked for with the deployment
 */
public record RollbackOptions(
        boolean acceptDeletions,
        boolean liftLocks,
        Duration timeout,
        Optional<RecordedRequest.Strategy> strategy) {

    public RollbackOptions {
        requireNonNull(timeout);
        requireNonNull(strategy);
    }

    /** As was asked for with the deployment. */
    public RollbackOptions(boolean acceptDeletions, boolean liftLocks, Duration timeout) {
        this(acceptDeletions, liftLocks, timeout, Optional.empty());
    }
}
