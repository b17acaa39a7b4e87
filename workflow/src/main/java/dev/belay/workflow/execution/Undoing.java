package dev.belay.workflow.execution;

import dev.belay.arm.ResourceId;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.run.HeldOutcome;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.RunEntry;

import java.util.Optional;
import java.util.Set;

/** The rollback steps that a run makes by itself. */
final class Undoing {

    private final RunSession session;

    Undoing(RunSession session) {
        this.session = session;
    }

    /** How an undo ended. */
    private record End(Verdict verdict, Optional<String> reason) {
        static End skipped(String reason) {
            return new End(Verdict.SKIPPED, Optional.of(reason));
        }
    }

    /** Undoes an attempt, unless it has to wait for a later one that could not be undone. */
    void undo(AttemptState attempt) {
        String id = attempt.provisioning().map(Provisioning::transaction).orElseThrow();
        if (attempt.rollback().isEmpty()) {
            session.entry(
                    new RunEntry.RollbackStarted(session.now(), attempt.step(), attempt.number()));
        }
        session.tell(new RunEvent.RollbackStarted(attempt.step(), attempt.number(), id));
        var notes = new StepNotes(session, attempt.step());
        End end = inTheWay(attempt, id).orElseGet(() -> end(id, notes));
        Optional<String> reason = end.reason().map(notes.redaction()::text);
        session.entry(
                new RunEntry.RollbackEnded(
                        session.now(),
                        attempt.step(),
                        attempt.number(),
                        end.verdict(),
                        reason,
                        notes.keep()));
        session.tell(
                new RunEvent.RollbackEnded(
                        attempt.step(), attempt.number(), end.verdict(), reason));
    }

    /** An undo that could not finish holds back those whose resources are its own or lie below. */
    private Optional<End> inTheWay(AttemptState attempt, String id) {
        Set<ResourceId> mine = session.transactions().targets(id);
        return session.state().provisioned().stream()
                .filter(AttemptState::stuck)
                .filter(other -> !isSame(other, attempt))
                .filter(
                        other ->
                                related(
                                        mine,
                                        session.transactions()
                                                .targets(
                                                        other.provisioning()
                                                                .orElseThrow()
                                                                .transaction())))
                .findFirst()
                .map(
                        other ->
                                new End(
                                        Verdict.HELD,
                                        Optional.of(
                                                "It has to wait until '"
                                                        + other.step()
                                                        + "' is undone, which changed the same"
                                                        + " resources later.")));
    }

    private static boolean isSame(AttemptState one, AttemptState other) {
        return one.step().equals(other.step()) && one.number() == other.number();
    }

    private static boolean related(Set<ResourceId> some, Set<ResourceId> others) {
        return some.stream()
                .anyMatch(
                        one ->
                                others.stream()
                                        .anyMatch(
                                                other ->
                                                        one.contains(other)
                                                                || other.contains(one)));
    }

    private End end(String id, StepNotes notes) {
        return switch (session.transactions().undo(id, session.undoBy(), notes::undoing)) {
            case HeldOutcome.NeverOpened _ -> End.skipped("Nothing had been touched.");
            case HeldOutcome.Finished(var report) -> finished(report);
            case HeldOutcome.Unsettled(_, var error) ->
                    new End(Verdict.NOT_RESTORED, Optional.of(error.message()));
            case HeldOutcome.Held(var report, _) ->
                    new End(Verdict.NOT_RESTORED, Optional.of(String.join(" ", report.notes())));
            case HeldOutcome.Stopped _ -> throw new RunStoppedException();
            case HeldOutcome.BadInput _ ->
                    throw new IllegalStateException("An undo reads no template: " + id);
        };
    }

    private static End finished(Report report) {
        return switch (report.verdict()) {
            case REFUSED -> End.skipped("It was refused; nothing was touched.");
            case UNTOUCHED -> End.skipped("It ended before anything was touched.");
            case RESTORED ->
                    report.steps().isEmpty() && report.proof().equals(Proof.NONE)
                            ? End.skipped("The deployment had changed nothing.")
                            : new End(Verdict.RESTORED, Optional.empty());
            case RESTORED_WITH_RESIDUE -> new End(Verdict.RESTORED_WITH_RESIDUE, Optional.empty());
            case COMMITTED, KEPT, SKIPPED, NOT_RESTORED, HELD ->
                    throw new IllegalStateException(
                            "An undo ended as " + report.verdict() + ": " + report.transaction());
        };
    }
}
