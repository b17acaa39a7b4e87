package dev.belay.workflow.execution;

import dev.belay.workflow.definition.Step;
import dev.belay.workflow.event.StepStatus;
import dev.belay.workflow.journal.AttemptState;

import java.time.Duration;
import java.util.LinkedHashMap;

/** A step that lets ARM's time pass. */
final class WaitStep implements StepWork {

    private final RunSession session;
    private final Duration duration;

    WaitStep(RunSession session, Duration duration) {
        this.session = session;
        this.duration = duration;
    }

    @Override
    public Ready prepare(Step step, int attempt, StepNotes notes) {
        return StepWork.toAct(
                () ->
                        session.pause(duration, session.outside().outside().pause())
                                ? StepEnd.succeeded(new LinkedHashMap<>())
                                : StepEnd.cancelled());
    }

    /** It is waited for once more. */
    @Override
    public StepEnd settle(Step step, AttemptState attempt, StepNotes notes) {
        return StepEnd.of(StepStatus.INTERRUPTED);
    }
}
