package dev.belay.transaction.run;

import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionDetails;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;
import java.util.Optional;

/** The transactions of one store, to be looked at; needs no ARM. */
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

    /** What a page shows of a transaction; empty if there is none of this id. */
    public Optional<TransactionDetails> details(String transactionId, TypeKnowledge knowledge) {
        return history.find(transactionId).map(journal -> Details.of(journal, knowledge));
    }
}
