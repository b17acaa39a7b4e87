package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.workflow.definition.Step;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.journal.AttemptState;

import java.util.Optional;
import java.util.function.Supplier;

/** How steps of one kind are done. */
interface StepWork {

    /**
     * Gets everything ready; nothing is changed anywhere.
     *
     * @throws dev.belay.workflow.definition.WorkflowFault if an expression cannot be evaluated
     */
    Ready prepare(Step step, int attempt, StepNotes notes);

    /** Finds out what became of an attempt whose process died, and brings it to an end. */
    StepEnd settle(Step step, AttemptState attempt, StepNotes notes);

    /** What is ready to be done. */
    sealed interface Ready {

        /**
         * @param provisioning what is announced in the log before it is done
         */
        record ToAct(Optional<Provisioning> provisioning, Supplier<StepEnd> act) implements Ready {}

        record Refused(ArmError error) implements Ready {}
    }

    static Ready toAct(Supplier<StepEnd> act) {
        return new Ready.ToAct(Optional.empty(), act);
    }
}
