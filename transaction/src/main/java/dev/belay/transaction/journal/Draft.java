package dev.belay.transaction.journal;

import static dev.belay.transaction.journal.Phase.ACCEPTED;
import static dev.belay.transaction.journal.Phase.ASKED;
import static dev.belay.transaction.journal.Phase.COMMITTED;
import static dev.belay.transaction.journal.Phase.ENDED;
import static dev.belay.transaction.journal.Phase.HELD;
import static dev.belay.transaction.journal.Phase.KEPT;
import static dev.belay.transaction.journal.Phase.QUIET;
import static dev.belay.transaction.journal.Phase.ROLLED_BACK_EXCEPT;
import static dev.belay.transaction.journal.Phase.SUBMITTED;
import static dev.belay.transaction.journal.Phase.UNDOING;

import dev.belay.transaction.snapshot.Digest;

import org.pcollections.PMap;
import org.pcollections.TreePMap;

import java.util.Arrays;
import java.util.Optional;

/** The next state while one entry is applied to the one before. */
final class Draft {

    private final TransactionState before;
    private final JournalEntry entry;
    private Phase phase;
    Optional<JournalEntry.Opened> opened;
    Optional<JournalEntry.SnapshotTaken> snapshot;
    Optional<JournalEntry.DeploymentSubmitted> submitted;
    boolean accepted;
    Optional<JournalEntry.DeploymentEnded> ended;
    Optional<JournalEntry.AfterTaken> after;
    Optional<JournalEntry.CancelRequested> cancel;
    Optional<Digest> plan;
    boolean committed;
    private Optional<JournalEntry.RollbackRequested> rollback;
    private PMap<String, OperationRecord> operations;
    private TreePMap<Integer, StepState> steps;

    Draft(TransactionState before, JournalEntry entry) {
        this.before = before;
        this.entry = entry;
        this.phase = before.phase();
        this.opened = before.opened();
        this.snapshot = before.snapshot();
        this.submitted = before.submitted();
        this.accepted = before.accepted();
        this.operations = before.operations();
        this.ended = before.ended();
        this.after = before.after();
        this.cancel = before.cancel();
        this.rollback = before.rollback();
        this.committed = before.committedBefore();
        this.plan = before.plan();
        this.steps = before.steps();
    }

    Draft from(Phase... allowed) {
        if (!Arrays.asList(allowed).contains(before.phase())) {
            throw corrupt();
        }
        return this;
    }

    Draft to(Phase next) {
        phase = next;
        return this;
    }

    void operations(JournalEntry.OperationsSeen seen) {
        for (OperationRecord operation : seen.operations()) {
            operations = operations.plus(operation.key(), operation);
        }
    }

    void rollbackRequested(JournalEntry.RollbackRequested request) {
        from(
                SUBMITTED,
                ACCEPTED,
                ENDED,
                QUIET,
                ASKED,
                UNDOING,
                HELD,
                COMMITTED,
                KEPT,
                ROLLED_BACK_EXCEPT);
        rollback = Optional.of(request);
        switch (before.phase()) {
            case HELD, COMMITTED, KEPT, ROLLED_BACK_EXCEPT -> phase = ASKED;
            case SUBMITTED, ACCEPTED, ENDED, QUIET, ASKED, UNDOING -> {}
            case NEW, OPEN, GUARDED, REFUSED, UNTOUCHED, ROLLED_BACK -> throw corrupt();
        }
    }

    void started(JournalEntry.StepStarted start) {
        if (start.step() != before.nextStep()) {
            throw corrupt();
        }
        steps =
                steps.plus(
                        start.step(), new StepState(start.step(), start.act(), Optional.empty()));
    }

    void ended(JournalEntry.StepEnded end) {
        StepState running = steps.get(end.step());
        if (running == null || running.ended().isPresent()) {
            throw corrupt();
        }
        steps = steps.plus(end.step(), running.endedBy(end));
    }

    TransactionState state() {
        return new TransactionState(
                phase,
                before.entries() + 1,
                opened,
                snapshot,
                submitted,
                accepted,
                operations,
                ended,
                after,
                cancel,
                rollback,
                committed,
                plan,
                steps,
                Optional.of(entry));
    }

    private IllegalStateException corrupt() {
        return new IllegalStateException(
                "The log is corrupt: entry "
                        + (before.entries() + 1)
                        + ", "
                        + entry.getClass().getSimpleName()
                        + ", cannot follow the phase "
                        + before.phase()
                        + ".");
    }
}
