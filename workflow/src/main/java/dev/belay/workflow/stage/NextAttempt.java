package dev.belay.workflow.stage;

import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;
import dev.belay.workflow.journal.StepState;

import java.util.Optional;

/** What one step does next. */
public sealed interface NextAttempt {

    /**
     * The code of an attempt's error of which nobody knows how far it came: it is not tried again.
     */
    String UNKNOWN_END = "Interrupted";

    /** A new attempt begins, after a pause if it is a retry. */
    record Begin(int attempt, boolean retry) implements NextAttempt {}

    /** The process died in this attempt: find out what became of it. */
    record Settle(AttemptState attempt) implements NextAttempt {}

    /** The attempt failed and is to be tried again: undo it first. */
    record UndoFirst(AttemptState attempt) implements NextAttempt {}

    /** Nothing. */
    record Done(StepStatus status) implements NextAttempt {}

    /** Decides from the state of the run. */
    static NextAttempt of(Step step, RunState run) {
        StepState state = run.step(step.name());
        if (state.skipped().isPresent()) {
            return new Done(StepStatus.SKIPPED);
        }
        if (state.open().isPresent()) {
            return new Settle(state.open().get());
        }
        if (state.last().isEmpty()) {
            return new Begin(1, false);
        }
        AttemptState last = state.last().get();
        boolean cancelled = run.cancel().isPresent();
        return switch (state.status()) {
            case INTERRUPTED ->
                    cancelled
                            ? new Done(StepStatus.CANCELLED)
                            : new Begin(last.number() + 1, false);
            case FAILED, REFUSED ->
                    cancelled || spent(step, state) ? new Done(state.status()) : again(last);
            case REJECTED, CANCELLED, SUCCEEDED, SKIPPED, PENDING, RUNNING ->
                    new Done(state.status());
        };
    }

    /** Attempts that ended before anything was done count for nothing. */
    private static boolean spent(Step step, StepState state) {
        boolean unknown =
                state.last()
                        .flatMap(AttemptState::ended)
                        .flatMap(RunEntry.StepEnded::error)
                        .filter(error -> error.code().equals(UNKNOWN_END))
                        .isPresent();
        if (unknown) {
            return true;
        }
        if (step.act() instanceof StepAct.Parallel) {
            return true; // the steps inside are tried again, each by itself
        }
        long counted = state.attempts().stream().filter(AttemptState::happened).count();
        return counted >= step.retry().attempts();
    }

    private static NextAttempt again(AttemptState last) {
        Optional<Verdict> undone = last.rollback().flatMap(AttemptState.Undo::verdict);
        if (last.provisioning().isPresent() && undone.isEmpty()) {
            return new UndoFirst(last);
        }
        return last.stuck() ? new Done(StepStatus.FAILED) : new Begin(last.number() + 1, true);
    }
}
