package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.transaction.run.HeldOutcome;
import dev.belay.workflow.definition.Phase;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.WorkflowFault;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.Decision;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.stage.NextStep;
import dev.belay.workflow.stage.RunAct;

import java.util.List;
import java.util.Optional;

/** The loop: state, next act, entry. The same for a run and for one that takes it up later. */
final class RunLoop {

    private final RunSession session;
    private final StepRunner steps;
    private final Undoing undoing;

    RunLoop(RunSession session) {
        this.session = session;
        this.steps = new StepRunner(session);
        this.undoing = new Undoing(session);
    }

    /**
     * Runs to a halt.
     *
     * @return empty: it is unfinished, an undo could not finish
     * @throws RunStoppedException if the process is to stop at once
     */
    Optional<RunVerdict> toHalt() {
        while (true) {
            session.checkpoint();
            switch (NextStep.of(session.workflow(), session.state())) {
                case RunAct.EnterPhase(var phase) -> enter(phase);
                case RunAct.RunStep(_, var step) -> steps.toEnd(step);
                case RunAct.EndPhase(var phase, var status, var failed) ->
                        end(phase, status, failed.map(RunLoop::reason));
                case RunAct.AskAboutPhase(var phase, var failed) -> ask(phase, failed);
                case RunAct.Decide(var decision, var failed) -> decide(decision, failed);
                case RunAct.Undo(var attempt) -> undoing.undo(attempt);
                case RunAct.Finish(var decision, var held, var verdict) -> {
                    if (!finished(decision, held, verdict)) {
                        return Optional.empty();
                    }
                }
                case RunAct.Suspend _ -> {
                    return Optional.empty();
                }
                case RunAct.Halt(var verdict) -> {
                    return Optional.of(verdict);
                }
            }
        }
    }

    private void enter(Phase phase) {
        boolean wanted;
        try {
            wanted = phase.when().map(when -> when.holds(session.values())).orElse(true);
        } catch (WorkflowFault fault) {
            end(phase, PhaseStatus.FAILED, Optional.of(fault.problem().toString()));
            return;
        }
        if (!wanted) {
            end(phase, PhaseStatus.SKIPPED, Optional.of("Its condition does not hold."));
            return;
        }
        session.entry(new RunEntry.PhaseStarted(session.now(), phase.name()));
        session.tell(new RunEvent.PhaseStarted(phase.name()));
    }

    private void end(Phase phase, PhaseStatus status, Optional<String> reason) {
        session.entry(new RunEntry.PhaseEnded(session.now(), phase.name(), status, reason));
        session.tell(new RunEvent.PhaseEnded(phase.name(), status, reason));
    }

    private static String reason(Step failed) {
        return "The step '" + failed.name() + "' failed.";
    }

    /** The question may stand already: then only its answer is waited for. */
    private void ask(Phase phase, Step failed) {
        String subject = NextStep.subject(phase);
        var question = new Question(session);
        if (session.state().question(subject).isPresent()) {
            question.await(subject);
        } else {
            question.ask(
                    subject,
                    reason(failed) + " Approve to go on all the same, reject to roll back.",
                    Optional.empty());
        }
    }

    private void decide(Decision decision, Optional<Step> failed) {
        Optional<ArmError> cause =
                failed.flatMap(step -> session.state().step(step.name()).last())
                        .flatMap(AttemptState::ended)
                        .flatMap(RunEntry.StepEnded::error)
                        .or(this::cancelled);
        session.entry(new RunEntry.Decided(session.now(), decision, cause));
    }

    private Optional<ArmError> cancelled() {
        return session.state()
                .cancel()
                .map(cancel -> ArmError.of("Cancelled", "Cancelled by " + cancel.by() + "."));
    }

    /** Ends what is held; false if something of it could not be brought to rest. */
    private boolean finished(Decision decision, List<AttemptState> held, RunVerdict verdict) {
        for (AttemptState attempt : held) {
            String id = attempt.provisioning().map(Provisioning::transaction).orElseThrow();
            HeldOutcome outcome = session.transactions().goOn(id, _ -> {});
            if (outcome instanceof HeldOutcome.Stopped) {
                throw new RunStoppedException();
            }
            if (outcome instanceof HeldOutcome.Unsettled) {
                return false;
            }
            if (decision == Decision.COMMIT && succeeded(attempt)) {
                session.transactions().commit(id);
            } else {
                session.transactions().keep(id);
            }
        }
        session.entry(new RunEntry.RunEnded(session.now(), verdict));
        return true;
    }

    private static boolean succeeded(AttemptState attempt) {
        return attempt.ended().filter(end -> end.status() == StepStatus.SUCCEEDED).isPresent();
    }
}
