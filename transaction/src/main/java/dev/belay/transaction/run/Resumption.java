package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

/**
 * How a transaction ended that was gone on with.
 *
 * @param ofRollback whether what was gone on with was an undo that a person had asked for: then its
 *     exit codes count, else those of the deployment
 */
public record Resumption(TransactionOutcome outcome, boolean ofRollback) {

    public Resumption {
        requireNonNull(outcome);
    }
}
