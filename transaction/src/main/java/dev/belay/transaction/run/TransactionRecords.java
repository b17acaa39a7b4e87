package dev.belay.transaction.run;

import dev.belay.transaction.event.Report;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;
import java.util.Optional;

/** The transactions of one store, to be looked at; needs neither an ARM nor the facts of types. */
public final class TransactionRecords {

    private final History history;

    public TransactionRecords(TransactionStore store) {
        this.history = new History(store);
    }

    /** Every transaction of the store, oldest first. */
    public List<TransactionSummary> list() {
        return history.list();
    }

    /** What the log says of a transaction so far; empty if there is none of this id. */
    public Optional<Report> show(String transactionId) {
        return history.find(transactionId).map(journal -> Reports.of(journal, List.of()));
    }

    /** What was saved before the deployment; empty if there is none or it was not reached. */
    public Optional<Snapshot> saved(String transactionId) {
        return history.find(transactionId)
                .filter(journal -> journal.state().snapshot().isPresent())
                .map(RunJournal::before);
    }
}
