package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.transaction.event.TransactionEvent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transaction gone on with after its process died: the log is replayed, and the same loop runs.
 * The deployment is never sent from here.
 */
final class Resume {

    private final Takeover takeover;

    Resume(
            Outside outside,
            History history,
            Optional<Duration> timeout,
            Consumer<TransactionEvent> listener,
            RunJournal journal) {
        Duration longest =
                timeout.orElseGet(() -> journal.state().opened().orElseThrow().request().timeout());
        this.takeover = new Takeover(outside, history, longest, listener);
    }

    Resumption of(RunJournal journal) {
        boolean ofRollback = journal.state().rollback().isPresent();
        return new Resumption(finished(journal).orElseGet(() -> unfinished(journal)), ofRollback);
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
