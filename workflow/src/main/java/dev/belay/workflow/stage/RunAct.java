package dev.belay.workflow.stage;

import dev.belay.workflow.definition.Phase;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.journal.AttemptState;
import dev.belay.workflow.journal.Decision;

import java.util.List;
import java.util.Optional;

/** What a run does next. */
public sealed interface RunAct {

    /** Begins a phase, unless its condition says no. */
    record EnterPhase(Phase phase) implements RunAct {}

    /** Brings a step to its end, through all its attempts. */
    record RunStep(Phase phase, Step step) implements RunAct {}

    /**
     * @param failed the step by which the phase failed
     */
    record EndPhase(Phase phase, PhaseStatus status, Optional<Step> failed) implements RunAct {}

    /** Asks a person whether the run goes on after a failure. */
    record AskAboutPhase(Phase phase, Step failed) implements RunAct {}

    /**
     * @param failed the step by which the run failed
     */
    record Decide(Decision decision, Optional<Step> failed) implements RunAct {}

    /** Undoes one attempt. */
    record Undo(AttemptState attempt) implements RunAct {}

    /** Ends the held transactions as they are and the run with them. */
    record Finish(Decision decision, List<AttemptState> held, RunVerdict verdict)
            implements RunAct {
        public Finish {
            held = List.copyOf(held);
        }
    }

    /** Stops here, unfinished: an undo could not finish. */
    record Suspend() implements RunAct {}

    /** The run has ended. */
    record Halt(RunVerdict verdict) implements RunAct {}
}
