package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.transaction.capture.Context;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.plan.RollbackPlanner;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The undo of a transaction that another run, or another process, has left. */
final class Rollback {

    private final Outside outside;
    private final History history;
    private final RollbackOptions options;
    private final Consumer<TransactionEvent> listener;
    private final ArmClient client;

    Rollback(
            Outside outside,
            History history,
            RollbackOptions options,
            Consumer<TransactionEvent> listener) {
        this.outside = outside;
        this.history = history;
        this.options = options;
        this.listener = listener;
        this.client = outside.client();
    }

    TransactionOutcome of(RunJournal journal) {
        Optional<String> nothing = nothingToUndo(journal.state());
        if (nothing.isPresent()) {
            return new TransactionOutcome.Reported(
                    Reports.of(journal, Verdict.SKIPPED, List.of(nothing.get())));
        }
        Optional<ArmError> refusal = elsewhere(journal).or(() -> later(journal));
        return refusal.map(error -> refused(journal, error)).orElseGet(() -> lease(journal));
    }

    private static Optional<String> nothingToUndo(TransactionState state) {
        return switch (state.phase()) {
            case ROLLED_BACK -> Optional.of("It is undone already.");
            case REFUSED -> Optional.of("It was refused; nothing was touched.");
            case UNTOUCHED -> Optional.of("It was interrupted before anything was touched.");
            case NEW,
                    OPEN,
                    GUARDED,
                    SUBMITTED,
                    ACCEPTED,
                    ENDED,
                    QUIET,
                    ASKED,
                    UNDOING,
                    HELD,
                    COMMITTED,
                    KEPT,
                    ROLLED_BACK_EXCEPT ->
                    Optional.empty();
        };
    }

    /** A transaction is undone only where it was made. */
    private Optional<ArmError> elsewhere(RunJournal journal) {
        JournalEntry.Opened opened = journal.state().opened().orElseThrow();
        if (!opened.origin().equals(outside.origin())) {
            return Optional.of(
                    ArmError.of(
                            "OtherOrigin",
                            "The transaction was made at '"
                                    + opened.origin()
                                    + "', not at '"
                                    + outside.origin()
                                    + "'."));
        }
        Optional<String> tenant =
                opened.subscription()
                        .flatMap(id -> Context.tenantOf(client, new Scope.Subscription(id)));
        return tenant.filter(opened.tenant()::equalsIgnoreCase).isPresent()
                ? Optional.empty()
                : Optional.of(
                        ArmError.of(
                                "OtherTenant",
                                "The subscription of the transaction cannot be read in the tenant '"
                                        + opened.tenant()
                                        + "'."));
    }

    private Optional<ArmError> later(RunJournal journal) {
        List<String> later = history.laterOnes(journal);
        return later.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ArmError.of(
                                "LaterTransaction",
                                "Later transactions changed the same resources; undo them first,"
                                        + " the newest first: "
                                        + String.join(", ", later.reversed())
                                        + "."));
    }

    private static TransactionOutcome refused(RunJournal journal, ArmError error) {
        JournalEntry.Opened opened = journal.state().opened().orElseThrow();
        return new TransactionOutcome.Reported(
                Reports.refused(
                        Optional.of(journal.log().id()),
                        opened.request().name(),
                        opened.request().scope(),
                        error));
    }

    private TransactionOutcome lease(RunJournal journal) {
        LeaseBook book = outside.store().leases(journal.state().opened().orElseThrow().tenant());
        return switch (book.acquire(
                journal.log().id(), List.copyOf(History.scopes(journal)), LeaseKeeper.LASTS)) {
            case LeaseAnswer.Denied(var holders) -> refused(journal, busy(holders));
            case LeaseAnswer.Granted(var lease, var old) -> leased(journal, book, lease, old);
        };
    }

    private TransactionOutcome leased(
            RunJournal read, LeaseBook book, Lease lease, Optional<Lease> old) {
        var session =
                new Session(
                        outside,
                        client,
                        new TypeKnowledge(outside.catalog()),
                        RunJournal.of(outside.store().takeOver(read.log().id(), lease.fence())),
                        new LeaseKeeper(book, outside.clock(), outside.requestTimeout(), lease),
                        listener,
                        Redaction.NONE,
                        Optional.empty(),
                        options.timeout());
        return guarded(
                session,
                () -> {
                    old.ifPresent(_ -> waitOut(session));
                    Optional<ArmError> refusal = request(session);
                    if (refusal.isPresent()) {
                        session.lease().release();
                        return refused(session.journal(), refusal.get());
                    }
                    return toVerdict(session);
                });
    }

    /** The old owner may have had one request in hand. */
    private void waitOut(Session session) {
        session.tell(
                new TransactionEvent.Waiting(
                        "The former run may still have a request in hand.",
                        outside.requestTimeout()));
        session.pause(outside.requestTimeout());
    }

    /** Asks for the undo in the log; why it may not be, if so. */
    private Optional<ArmError> request(Session session) {
        boolean accept =
                options.acceptDeletions()
                        || session.state().opened().orElseThrow().request().acceptDeletions();
        if (session.state().committedBefore() && !accept) {
            Optional<ArmError> due = deletionsDue(session);
            if (due.isPresent()) {
                return due;
            }
        }
        if (session.state().submitted().isPresent()) {
            session.entry(
                    new JournalEntry.RollbackRequested(
                            session.now(), outside.owner().toString(), accept));
        }
        return Optional.empty();
    }

    /** After a success data may lie in what was created: what would be deleted is listed. */
    private static Optional<ArmError> deletionsDue(Session session) {
        Optional<Snapshot> now = new Quiet(session, session.journal().before()).capture();
        if (now.isEmpty()) {
            return Optional.of(ArmError.of("Timeout", "ARM did not come to rest in time."));
        }
        Differences differences =
                SnapshotDiff.between(
                        Evidences.of(session.journal(), session.journal().after()),
                        now.get(),
                        session.knowledge());
        List<String> deletions =
                RollbackPlanner.plan(
                                differences,
                                session.state().snapshot().orElseThrow().snapshot(),
                                session.knowledge())
                        .acts()
                        .stream()
                        .filter(RollbackStep.DeleteCreated.class::isInstance)
                        .map(RollbackStep::id)
                        .map(ResourceId::path)
                        .toList();
        return deletions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ArmError.of(
                                "DeletionsNotAccepted",
                                "The undo would delete what the deployment created, with whatever"
                                        + " lies inside by now; accept it with --accept-deletions: "
                                        + String.join(", ", deletions)
                                        + "."));
    }

    /** Runs to a halt and reports. */
    static TransactionOutcome toVerdict(Session session) {
        Optional<ArmError> stuck = new TransactionRun(session).toHalt();
        List<String> notes =
                stuck.map(error -> List.of("It could not be finished: " + error.message()))
                        .orElse(List.of());
        Report report = Reports.of(session.journal(), notes);
        if (stuck.isPresent()) {
            session.lease().release();
        }
        return new TransactionOutcome.Reported(report);
    }

    /** Runs, and turns a stop at once into its outcome. */
    static TransactionOutcome guarded(Session session, Supplier<TransactionOutcome> run) {
        try {
            return run.get();
        } catch (StopNowException _) {
            session.lease().release();
            return new TransactionOutcome.Stopped(session.journal().log().id());
        }
    }

    static ArmError busy(List<Lease> holders) {
        Lease holder = holders.getFirst();
        return ArmError.of(
                "LeaseHeld",
                "'"
                        + holder.owner()
                        + "' is at work in this scope, at least until "
                        + holder.expires()
                        + ".");
    }
}
