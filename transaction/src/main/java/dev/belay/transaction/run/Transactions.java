package dev.belay.transaction.run;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The transactions of one store against one ARM. */
@SuppressWarnings("DoNotCallSuggester")
public final class Transactions {

    private final Outside outside;

    public Transactions(Outside outside) {
        this.outside = outside;
    }

    /** Saves, deploys, and undoes a failure. */
    public TransactionOutcome deploy(DeployRequest request, Consumer<TransactionEvent> listener) {
        throw new UnsupportedOperationException("The run is not written yet: " + outside.origin());
    }

    /**
     * Undoes a transaction now, whether its deployment failed, succeeded or was interrupted.
     *
     * @return empty if the store has no transaction of this id
     */
    public Optional<TransactionOutcome> rollback(
            String transactionId, RollbackOptions options, Consumer<TransactionEvent> listener) {
        throw new UnsupportedOperationException("The run is not written yet: " + transactionId);
    }

    /** Every transaction of the store, oldest first. */
    public List<TransactionSummary> list() {
        throw new UnsupportedOperationException("The run is not written yet.");
    }

    /** What the log says of a transaction so far; empty if there is none of this id. */
    public Optional<Report> show(String transactionId) {
        throw new UnsupportedOperationException("The run is not written yet: " + transactionId);
    }

    /** What was saved before the deployment; empty if there is none or it was not reached. */
    public Optional<Snapshot> saved(String transactionId) {
        throw new UnsupportedOperationException("The run is not written yet: " + transactionId);
    }
}
