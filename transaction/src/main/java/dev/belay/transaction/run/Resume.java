package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transaction gone on with after its process died: the log is replayed, and the same loop runs.
 * The deployment is never sent from here. An undo that ended at a lock, or at something else of
 * others that stood in its way, is asked for again, as {@code rollback} would.
 */
final class Resume {

    private final Takeover takeover;
    private final Rollback again;

    Resume(
            Outside outside,
            History history,
            Optional<Duration> timeout,
            Consumer<TransactionEvent> listener,
            RunJournal journal) {
        Duration longest =
                timeout.orElseGet(() -> journal.state().opened().orElseThrow().request().timeout());
        this.takeover = new Takeover(outside, history, longest, listener);
        this.again = new Rollback(outside, history, options(journal, longest), listener);
    }

    Resumption of(RunJournal journal) {
        if (Reports.stopped(journal.state())) {
            return new Resumption(again.of(journal), true);
        }
        boolean ofRollback = journal.state().rollback().isPresent();
        return new Resumption(finished(journal).orElseGet(() -> unfinished(journal)), ofRollback);
    }

    /** As it was asked for before. */
    private static RollbackOptions options(RunJournal journal, Duration longest) {
        Optional<JournalEntry.RollbackRequested> before = journal.state().rollback();
        return new RollbackOptions(
                before.filter(JournalEntry.RollbackRequested::acceptDeletions).isPresent(),
                false,
                longest,
                before.flatMap(JournalEntry.RollbackRequested::strategy));
    }

    private TransactionOutcome unfinished(RunJournal journal) {
        Optional<ArmError> refusal = takeover.elsewhere(journal);
        return refusal.map(error -> Reports.refusal(journal, error))
                .orElseGet(() -> takeover.run(journal, Resume::finished, Rollback::toVerdict));
    }

    private static Optional<TransactionOutcome> finished(RunJournal journal) {
        return journal.state().phase().finished()
                ? Optional.of(
                        new TransactionOutcome.Reported(
                                Reports.of(
                                        journal,
                                        List.of(
                                                "It is finished already; there is nothing to go on"
                                                        + " with."))))
                : Optional.empty();
    }
}
