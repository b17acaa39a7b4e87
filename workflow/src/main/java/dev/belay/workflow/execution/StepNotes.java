package dev.belay.workflow.execution;

import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.event.RunEvent;

import java.util.Optional;

/** What a step says while it works: told to the view and kept in its log, without secrets. */
final class StepNotes {

    private final RunSession session;
    private final String step;
    private final Redaction redaction;
    private final StepLog log = new StepLog();

    StepNotes(RunSession session, String step) {
        this.session = session;
        this.step = step;
        this.redaction = Redaction.of(session.values());
    }

    Redaction redaction() {
        return redaction;
    }

    /** A line that the step printed, or a sentence about it. */
    void say(String line) {
        String clean = redaction.text(line);
        log.add(clean);
        session.tell(new RunEvent.StepOutput(step, clean));
    }

    /** Something happened in the step's transaction. */
    void progress(TransactionEvent event) {
        log.add(redaction.text(event.toJson().toText()));
        session.tell(new RunEvent.StepProgress(step, event));
    }

    /** Something happened in the undo of the step's transaction. */
    void undoing(TransactionEvent event) {
        log.add(redaction.text(event.toJson().toText()));
        session.tell(new RunEvent.RollbackProgress(step, event));
    }

    Optional<Digest> keep() {
        return log.keep(session.log());
    }
}
