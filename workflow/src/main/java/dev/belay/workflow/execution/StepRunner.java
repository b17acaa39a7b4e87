package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.definition.StepAct;
import dev.belay.workflow.definition.WorkflowFault;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.stage.NextAttempt;
import dev.belay.workflow.stage.StepKinds;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings steps to their end, attempt by attempt. */
final class StepRunner {

    private final RunSession session;
    private final Undoing undoing;

    StepRunner(RunSession session) {
        this.session = session;
        this.undoing = new Undoing(session);
    }

    /** Until it has ended, was skipped, or the run is cancelled before it begins. */
    void toEnd(Step step) {
        while (true) {
            session.checkpoint();
            switch (NextAttempt.of(step, session.state())) {
                case NextAttempt.Done _ -> {
                    return;
                }
                case NextAttempt.Begin(var attempt, var retry) -> {
                    if (session.cancelled() || (retry && !waited(step))) {
                        return;
                    }
                    begin(step, attempt);
                }
                case NextAttempt.Settle(var attempt) -> settle(step, attempt);
                case NextAttempt.UndoFirst(var attempt) -> undoing.undo(attempt);
            }
        }
    }

    /** Waits before a retry: ARM's time for what ARM does, real time for the rest. */
    private boolean waited(Step step) {
        boolean arm = StepKinds.provisions(step);
        return session.pause(
                step.retry().pause(),
                arm ? session.outside().outside().pause() : session.realTime());
    }

    private void begin(Step step, int attempt) {
        var notes = new StepNotes(session, step.name());
        StepWork.Ready ready;
        try {
            if (attempt == 1 && !wanted(step)) {
                skip(step);
                return;
            }
            ready = work(step).prepare(step, attempt, notes);
        } catch (WorkflowFault fault) {
            ready = new StepWork.Ready.Refused(error(fault));
        }
        switch (ready) {
            case StepWork.Ready.Refused(var error) -> {
                started(step, attempt, Optional.empty());
                ended(step, attempt, StepEnd.of(StepStatus.REFUSED, error), notes);
            }
            case StepWork.Ready.ToAct(var provisioning, var act) -> {
                started(step, attempt, provisioning);
                ended(step, attempt, guarded(act), notes);
            }
        }
    }

    private boolean wanted(Step step) {
        return step.when().map(condition -> condition.holds(session.values())).orElse(true);
    }

    private void skip(Step step) {
        String reason = "Its condition does not hold.";
        session.entry(new RunEntry.StepSkipped(session.now(), step.name(), reason));
        session.tell(new RunEvent.StepSkipped(step.name(), reason));
    }

    private static ArmError error(WorkflowFault fault) {
        return ArmError.of("InvalidExpression", fault.problem().toString());
    }

    private static StepEnd guarded(Supplier<StepEnd> act) {
        try {
            return act.get();
        } catch (WorkflowFault fault) {
            return StepEnd.of(StepStatus.FAILED, error(fault));
        }
    }

    private void settle(Step step, AttemptState attempt) {
        var notes = new StepNotes(session, step.name());
        StepEnd end = guarded(() -> work(step).settle(step, attempt, notes));
        ended(step, attempt.number(), end, notes);
    }

    private StepWork work(Step step) {
        return switch (step.act()) {
            case StepAct.Arm(var provisioner) -> new ArmStep(session, provisioner);
            case StepAct.Blueprint(var provisioner) -> new ArmStep(session, provisioner);
            case StepAct.Shell shell -> new ShellStep(session, shell);
            case StepAct.Http http -> new HttpStep(session, http);
            case StepAct.Approval approval -> new ApprovalStep(session, approval);
            case StepAct.Wait(var duration) -> new WaitStep(session, duration);
            case StepAct.Parallel(var steps) -> new ParallelStep(session, this, steps);
        };
    }

    private void started(Step step, int attempt, Optional<Provisioning> provisioning) {
        session.entry(new RunEntry.StepStarted(session.now(), step.name(), attempt, provisioning));
        session.tell(
                new RunEvent.StepStarted(step.name(), StepKinds.kind(step), attempt, provisioning));
    }

    private void ended(Step step, int attempt, StepEnd end, StepNotes notes) {
        Redaction redaction = notes.redaction();
        var open = JsonObject.builder();
        var secret = RunValues.secretOnes(end.outputs());
        end.outputs()
                .forEach(
                        (name, value) -> {
                            if (!secret.containsKey(name)) {
                                open.put(name, value.known().orElseThrow());
                            }
                        });
        Optional<ArmError> error = end.error().map(redaction::of);
        session.memory().keep(step.name(), attempt, secret);
        session.entry(
                new RunEntry.StepEnded(
                        session.now(),
                        step.name(),
                        attempt,
                        end.status(),
                        open.build(),
                        List.copyOf(secret.keySet()),
                        error,
                        notes.keep()));
        session.tell(new RunEvent.StepEnded(step.name(), attempt, end.status(), error));
    }

    /** The value, marked as secret if a secret of the run stands in it. */
    static Value marked(Value value, Redaction redaction) {
        boolean secret = value.known().filter(json -> redaction.finds(json.toText())).isPresent();
        return secret ? Value.secure(value) : value;
    }
}
