package dev.belay.workflow.stage;

import dev.belay.workflow.definition.FailureStrategy;
import dev.belay.workflow.definition.Phase;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.Decision;
import dev.belay.workflow.journal.PhaseState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.util.List;
import java.util.Optional;

/** Decides what a run does next: the same for a run and for its resumption. */
public final class NextStep {

    private final Workflow workflow;
    private final RunState state;

    private NextStep(Workflow workflow, RunState state) {
        this.workflow = workflow;
        this.state = state;
    }

    public static RunAct of(Workflow workflow, RunState state) {
        if (state.ended().isPresent()) {
            return new RunAct.Halt(state.ended().get().verdict());
        }
        var next = new NextStep(workflow, state);
        return state.decision().isPresent()
                ? next.toTheEnd(state.decision().get().decision())
                : next.onward();
    }

    /** The subject of the question about a phase that failed. */
    public static String subject(Phase phase) {
        return "phase " + phase.name();
    }

    private RunAct onward() {
        for (Phase phase : workflow.phases()) {
            Optional<PhaseState> known = state.phase(phase.name());
            if (known.flatMap(PhaseState::ended).isPresent()) {
                PhaseStatus status = known.flatMap(PhaseState::ended).orElseThrow().status();
                if (status == PhaseStatus.FAILED || status == PhaseStatus.CANCELLED) {
                    return afterFailure(phase, status);
                }
                continue;
            }
            if (known.isPresent()) {
                return within(phase);
            }
            return cancelled() ? decideCancelled() : new RunAct.EnterPhase(phase);
        }
        return cancelled()
                ? decideCancelled()
                : new RunAct.Decide(Decision.COMMIT, Optional.empty());
    }

    private boolean cancelled() {
        return state.cancel().isPresent();
    }

    private RunAct decideCancelled() {
        boolean keep = state.cancel().filter(RunEntry.CancelRequested::keep).isPresent();
        return new RunAct.Decide(keep ? Decision.KEEP : Decision.ROLL_BACK, Optional.empty());
    }

    private RunAct within(Phase phase) {
        for (Step step : phase.steps()) {
            NextAttempt next = NextAttempt.of(step, state);
            if (!(next instanceof NextAttempt.Done(var status))) {
                boolean fresh = !(next instanceof NextAttempt.Settle);
                return cancelled() && fresh
                        ? new RunAct.EndPhase(phase, PhaseStatus.CANCELLED, Optional.empty())
                        : new RunAct.RunStep(phase, step);
            }
            if (status.failed()) {
                return failed(phase, step);
            }
        }
        return new RunAct.EndPhase(phase, PhaseStatus.SUCCEEDED, Optional.empty());
    }

    private RunAct failed(Phase phase, Step step) {
        if (cancelled()) {
            return new RunAct.EndPhase(phase, PhaseStatus.CANCELLED, Optional.of(step));
        }
        // what could not be undone before a retry is not to be built upon
        FailureStrategy strategy = stuck() ? FailureStrategy.ROLLBACK : phase.onFailure();
        return switch (strategy) {
            case ROLLBACK, STOP ->
                    new RunAct.EndPhase(phase, PhaseStatus.FAILED, Optional.of(step));
            case IGNORE -> new RunAct.EndPhase(phase, PhaseStatus.IGNORED, Optional.of(step));
            case ASK -> asked(phase, step);
        };
    }

    private boolean stuck() {
        return state.provisioned().stream().anyMatch(AttemptState::stuck);
    }

    private RunAct asked(Phase phase, Step step) {
        Optional<RunEntry.Answered> answer =
                Optional.ofNullable(state.answers().get(subject(phase)));
        return answer.<RunAct>map(
                        given ->
                                new RunAct.EndPhase(
                                        phase,
                                        given.approved() ? PhaseStatus.IGNORED : PhaseStatus.FAILED,
                                        Optional.of(step)))
                .orElseGet(() -> new RunAct.AskAboutPhase(phase, step));
    }

    private RunAct afterFailure(Phase phase, PhaseStatus status) {
        if (status == PhaseStatus.CANCELLED) {
            return decideCancelled();
        }
        Optional<Step> failed =
                phase.steps().stream().filter(step -> endStatus(step).failed()).findFirst();
        boolean stop = phase.onFailure() == FailureStrategy.STOP && !stuck();
        return new RunAct.Decide(stop ? Decision.KEEP : Decision.ROLL_BACK, failed);
    }

    private StepStatus endStatus(Step step) {
        return NextAttempt.of(step, state) instanceof NextAttempt.Done(var status)
                ? status
                : StepStatus.RUNNING;
    }

    private RunAct toTheEnd(Decision decision) {
        List<AttemptState> left =
                state.provisioned().stream()
                        .filter(AttemptState::happened)
                        .filter(attempt -> !attempt.undone())
                        .toList();
        if (decision != Decision.ROLL_BACK) {
            return new RunAct.Finish(decision, left, Verdicts.of(workflow, state));
        }
        Optional<AttemptState> next =
                left.reversed().stream().filter(attempt -> !attempt.stuck()).findFirst();
        if (next.isPresent()) {
            return new RunAct.Undo(next.get());
        }
        return left.isEmpty()
                ? new RunAct.Finish(decision, List.of(), Verdicts.of(workflow, state))
                : new RunAct.Suspend();
    }
}
