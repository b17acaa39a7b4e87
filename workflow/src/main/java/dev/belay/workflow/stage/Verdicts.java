package dev.belay.workflow.stage;

import dev.belay.transaction.event.Verdict;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.util.List;
import java.util.Optional;

/**
 * How a run ends: the worst of what became of its steps (ARCHITECTURE section 7). Refused and
 * untouched only if no step had an effect.
 */
public final class Verdicts {

    private Verdicts() {}

    /** The verdict of a run that has decided and whose undo, if any, is over. */
    public static RunVerdict of(Workflow workflow, RunState state) {
        return switch (state.decision().orElseThrow().decision()) {
            case COMMIT -> kept(state).isEmpty() ? RunVerdict.COMMITTED : ofIgnored(state);
            case KEEP -> kept(state).isEmpty() ? ofNothing(workflow, state) : RunVerdict.KEPT;
            case ROLL_BACK -> ofUndo(workflow, state);
        };
    }

    /** What is left standing and may have done something. */
    private static List<AttemptState> kept(RunState state) {
        return state.provisioned().stream()
                .filter(attempt -> !attempt.undone())
                .filter(Verdicts::mayHaveActed)
                .toList();
    }

    private static boolean mayHaveActed(AttemptState attempt) {
        return attempt.ended()
                .map(RunEntry.StepEnded::status)
                .filter(status -> status == StepStatus.REFUSED || status == StepStatus.INTERRUPTED)
                .isEmpty();
    }

    /** A deployment whose failure was ignored stands as a kept failure. */
    private static RunVerdict ofIgnored(RunState state) {
        boolean failed =
                kept(state).stream()
                        .flatMap(attempt -> attempt.ended().stream())
                        .anyMatch(end -> end.status().failed());
        return failed ? RunVerdict.KEPT : RunVerdict.COMMITTED;
    }

    private static RunVerdict ofUndo(Workflow workflow, RunState state) {
        if (undone(state, Verdict.NOT_RESTORED) || undone(state, Verdict.HELD)) {
            return RunVerdict.NOT_RESTORED;
        }
        if (undone(state, Verdict.RESTORED_WITH_RESIDUE)) {
            return RunVerdict.RESTORED_WITH_RESIDUE;
        }
        return undone(state, Verdict.RESTORED) ? RunVerdict.RESTORED : ofNothing(workflow, state);
    }

    private static boolean undone(RunState state, Verdict verdict) {
        return state.provisioned().stream()
                .flatMap(attempt -> attempt.rollback().stream())
                .flatMap(undo -> undo.verdict().stream())
                .anyMatch(verdict::equals);
    }

    /** Nothing was provisioned. */
    private static RunVerdict ofNothing(Workflow workflow, RunState state) {
        boolean acted =
                workflow.steps()
                        .filter(StepKinds::actsOutside)
                        .anyMatch(step -> !state.step(step.name()).attempts().isEmpty());
        if (acted) {
            return RunVerdict.FAILED;
        }
        if (state.cancel().isPresent()) {
            return RunVerdict.UNTOUCHED;
        }
        return refused(workflow, state) ? RunVerdict.REFUSED : RunVerdict.FAILED;
    }

    private static boolean refused(Workflow workflow, RunState state) {
        Optional<StepStatus> failure =
                workflow.steps()
                        .filter(step -> !isParallel(step))
                        .map(step -> state.step(step.name()).status())
                        .filter(StepStatus::failed)
                        .reduce((_, last) -> last);
        return failure.filter(StepStatus.REFUSED::equals).isPresent();
    }

    private static boolean isParallel(Step step) {
        return StepKinds.kind(step).equals("parallel");
    }
}
