package dev.belay.transaction.run;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.RecordedRequest;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.log.StoreException;
import dev.belay.transaction.plan.RollbackPlanner;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The undo of a transaction that another run, or another process, has left. */
final class Rollback {

    private final Outside outside;
    private final History history;
    private final RollbackOptions options;
    private final Takeover takeover;

    Rollback(
            Outside outside,
            History history,
            RollbackOptions options,
            Consumer<TransactionEvent> listener) {
        this.outside = outside;
        this.history = history;
        this.options = options;
        this.takeover = new Takeover(outside, history, options.timeout(), listener);
    }

    TransactionOutcome of(RunJournal journal) {
        return skipped(journal).orElseGet(() -> undo(journal));
    }

    private static Optional<TransactionOutcome> skipped(RunJournal journal) {
        return nothingToUndo(journal.state())
                .map(
                        reason ->
                                new TransactionOutcome.Reported(
                                        Reports.of(journal, Verdict.SKIPPED, List.of(reason))));
    }

    private TransactionOutcome undo(RunJournal journal) {
        Optional<ArmError> refusal = takeover.elsewhere(journal).or(() -> later(journal));
        return refusal.map(error -> Reports.refusal(journal, error))
                .orElseGet(() -> takeover.run(journal, Rollback::skipped, this::undo));
    }

    private TransactionOutcome undo(Session session) {
        Optional<ArmError> refusal = request(session);
        if (refusal.isPresent()) {
            session.lease().release();
            return Reports.refusal(session.journal(), refusal.get());
        }
        return toVerdict(session);
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

    /** Asks for the undo in the log; why it may not be, if so. */
    private Optional<ArmError> request(Session session) {
        if (options.strategy().filter(RecordedRequest.Strategy.COMPLETE::equals).isPresent()
                && session.journal().export().isEmpty()) {
            return Optional.of(
                    ArmError.of(
                            "NoExport",
                            "The transaction holds no exported template: the strategy 'complete' is"
                                    + " chosen with the deployment."));
        }
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
                            session.now(),
                            outside.owner().toString(),
                            options.acceptDeletions(),
                            options.strategy()));
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
                        Evidences.of(session.journal(), Evidences.later(session)),
                        now.get(),
                        session.knowledge());
        List<String> deletions =
                RollbackPlanner.plan(
                                differences,
                                session.state().snapshot().orElseThrow().snapshot(),
                                session.knowledge(),
                                groups(differences))
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
                                Transactions.DELETIONS_NOT_ACCEPTED,
                                "The undo would delete what the deployment created, with whatever"
                                        + " lies inside by now; accept it with --accept-deletions: "
                                        + String.join(", ", deletions)
                                        + "."));
    }

    /** All groups: what lies in them is to be listed too. */
    private static Set<ResourceId> groups(Differences differences) {
        return differences.changes().stream()
                .map(ResourceChange::id)
                .filter(id -> id.type().equals(ResourceType.RESOURCE_GROUP))
                .collect(toUnmodifiableSet());
    }

    /** Runs to a halt and reports. */
    static TransactionOutcome toVerdict(Session session) {
        Optional<ArmError> stuck = new TransactionRun(session).toHalt();
        List<String> notes = stuck.map(error -> unfinished(session, error)).orElse(List.of());
        Report report = Reports.of(session.journal(), notes);
        if (stuck.isPresent()) {
            session.lease().release();
        }
        return new TransactionOutcome.Reported(report);
    }

    private static List<String> unfinished(Session session, ArmError error) {
        String why = "It could not be finished: " + error.code() + ": " + error.message();
        return session.state().strategy() == RecordedRequest.Strategy.COMPLETE
                ? List.of(
                        why,
                        "The state before is saved piece by piece too: '"
                                + session.state()
                                        .run()
                                        .map(run -> "belay resume " + run)
                                        .orElse("belay rollback " + session.journal().log().id())
                                + " --strategy surgical' restores it from that.")
                : List.of(why);
    }

    /**
     * Runs, and turns a stop at once into its outcome; says how to go on after the store failed.
     */
    static TransactionOutcome guarded(Session session, Supplier<TransactionOutcome> run) {
        try {
            return run.get();
        } catch (StoreException failed) {
            throw failed.withAdvice(advice(session.journal()));
        } catch (StopNowException _) {
            session.lease().release();
            return new TransactionOutcome.Stopped(session.journal().log().id());
        }
    }

    private static String advice(RunJournal journal) {
        String mended = " Make room, or mend the store, then ";
        String id = journal.log().id();
        if (journal.state().opened().isEmpty()) {
            return "Nothing was touched." + mended + "run the command again.";
        }
        return journal.state().phase().finished()
                ? "It is finished; see what came of it: belay show " + id
                : "Nothing more was sent to ARM." + mended + "go on: belay resume " + id;
    }
}
