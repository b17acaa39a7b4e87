package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.template.value.Value;
import dev.belay.workflow.event.StepStatus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How an attempt ended.
 *
 * @param outputs by name; secrets as {@link Value.Secure}
 */
record StepEnd(StepStatus status, SequencedMap<String, Value> outputs, Optional<ArmError> error) {

    StepEnd {
        outputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(outputs));
    }

    static StepEnd succeeded(SequencedMap<String, Value> outputs) {
        return new StepEnd(StepStatus.SUCCEEDED, outputs, Optional.empty());
    }

    static StepEnd of(StepStatus status, ArmError error) {
        return new StepEnd(status, new LinkedHashMap<>(), Optional.of(error));
    }

    static StepEnd of(StepStatus status) {
        return new StepEnd(status, new LinkedHashMap<>(), Optional.empty());
    }

    static StepEnd cancelled() {
        return of(StepStatus.CANCELLED, ArmError.of("Cancelled", "The run was cancelled."));
    }
}
