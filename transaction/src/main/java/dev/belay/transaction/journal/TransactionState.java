package dev.belay.transaction.journal;

import static dev.belay.transaction.journal.Phase.ACCEPTED;
import static dev.belay.transaction.journal.Phase.ASKED;
import static dev.belay.transaction.journal.Phase.COMMITTED;
import static dev.belay.transaction.journal.Phase.ENDED;
import static dev.belay.transaction.journal.Phase.GUARDED;
import static dev.belay.transaction.journal.Phase.HELD;
import static dev.belay.transaction.journal.Phase.KEPT;
import static dev.belay.transaction.journal.Phase.NEW;
import static dev.belay.transaction.journal.Phase.OPEN;
import static dev.belay.transaction.journal.Phase.QUIET;
import static dev.belay.transaction.journal.Phase.REFUSED;
import static dev.belay.transaction.journal.Phase.ROLLED_BACK;
import static dev.belay.transaction.journal.Phase.ROLLED_BACK_EXCEPT;
import static dev.belay.transaction.journal.Phase.SUBMITTED;
import static dev.belay.transaction.journal.Phase.UNDOING;
import static dev.belay.transaction.journal.Phase.UNTOUCHED;

import dev.belay.transaction.snapshot.Digest;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

import java.util.Optional;

/**
 * What the entries of a log say together. Applied entry by entry; maps are persistent, so that a
 * step costs the same at the end of a long undo as at its beginning.
 *
 * @param phase where it stands
 * @param entries how many entries were folded
 * @param operations the newest record of every operation, by its key
 * @param steps every step of every plan by its number
 * @param plan the newest plan
 * @param last the newest entry
 */
public record TransactionState(
        Phase phase,
        int entries,
        Optional<JournalEntry.Opened> opened,
        Optional<JournalEntry.SnapshotTaken> snapshot,
        Optional<JournalEntry.DeploymentSubmitted> submitted,
        boolean accepted,
        PMap<String, OperationRecord> operations,
        Optional<JournalEntry.DeploymentEnded> ended,
        Optional<JournalEntry.AfterTaken> after,
        Optional<JournalEntry.CancelRequested> cancel,
        Optional<JournalEntry.RollbackRequested> rollback,
        boolean committedBefore,
        Optional<Digest> plan,
        TreePMap<Integer, StepState> steps,
        Optional<JournalEntry> last) {

    /** Before the first entry. */
    public static final TransactionState NEW_TRANSACTION =
            new TransactionState(
                    NEW,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    HashTreePMap.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    TreePMap.empty(),
                    Optional.empty());

    /** The number of the next step; steps count on through all plans. */
    public int nextStep() {
        return steps.isEmpty() ? 1 : steps.lastKey() + 1;
    }

    /** How it is undone. */
    public RecordedRequest.Strategy strategy() {
        return rollback.flatMap(JournalEntry.RollbackRequested::strategy)
                .or(() -> opened.map(entry -> entry.request().strategy()))
                .orElse(RecordedRequest.Strategy.SURGICAL);
    }

    /** Whether somebody wants it undone whatever the deployment's outcome. */
    public boolean undoWanted() {
        return cancel.isPresent() || rollback.isPresent();
    }

    /**
     * The state after one more entry.
     *
     * @throws IllegalStateException if the log is corrupt: an entry that cannot follow this state
     */
    public TransactionState after(JournalEntry entry) {
        Draft next = new Draft(this, entry);
        switch (entry) {
            case JournalEntry.Opened e -> next.from(NEW).to(OPEN).opened = Optional.of(e);
            case JournalEntry.SnapshotTaken e ->
                    next.from(OPEN).to(GUARDED).snapshot = Optional.of(e);
            case JournalEntry.DeploymentSubmitted e ->
                    next.from(GUARDED).to(SUBMITTED).submitted = Optional.of(e);
            case JournalEntry.DeploymentAccepted _ ->
                    next.from(SUBMITTED).to(ACCEPTED).accepted = true;
            case JournalEntry.OperationsSeen e ->
                    next.from(ACCEPTED, ENDED, QUIET, ASKED, UNDOING).operations(e);
            case JournalEntry.DeploymentEnded e ->
                    next.from(ACCEPTED).to(ENDED).ended = Optional.of(e);
            case JournalEntry.AfterTaken e ->
                    next.from(SUBMITTED, ENDED).to(QUIET).after = Optional.of(e);
            case JournalEntry.CancelRequested e ->
                    next.from(
                                            OPEN, GUARDED, SUBMITTED, ACCEPTED, ENDED, QUIET,
                                            UNDOING, ASKED, HELD)
                                    .cancel =
                            Optional.of(e);
            case JournalEntry.RollbackRequested e -> next.rollbackRequested(e);
            case JournalEntry.RollbackPlanned e ->
                    next.from(QUIET, ASKED, UNDOING).to(UNDOING).plan = Optional.of(e.plan());
            case JournalEntry.StepStarted e -> next.from(UNDOING).started(e);
            case JournalEntry.StepEnded e -> next.from(UNDOING).ended(e);
            case JournalEntry.RolledBack _ -> next.from(UNDOING).to(ROLLED_BACK);
            case JournalEntry.RolledBackExcept _ -> next.from(UNDOING).to(ROLLED_BACK_EXCEPT);
            case JournalEntry.Committed _ -> next.from(QUIET, HELD).to(COMMITTED).committed = true;
            case JournalEntry.Kept _ -> next.from(QUIET, HELD).to(KEPT);
            case JournalEntry.Held _ -> next.from(QUIET).to(HELD);
            case JournalEntry.Refused _ -> next.from(OPEN, GUARDED, SUBMITTED).to(REFUSED);
            case JournalEntry.Untouched _ ->
                    next.from(OPEN, GUARDED, SUBMITTED, QUIET).to(UNTOUCHED);
        }
        return next.state();
    }
}
