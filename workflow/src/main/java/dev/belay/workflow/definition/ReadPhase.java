package dev.belay.workflow.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A phase as far as it could be read.
 *
 * @param phase empty if something about it is wrong
 * @param uses what its condition takes from the run
 */
record ReadPhase(
        String name,
        Place where,
        Optional<Phase> phase,
        List<ReadStep> steps,
        List<FileContext.Use> uses) {

    Stream<ReadStep> allSteps() {
        return steps.stream().flatMap(ReadStep::withInner);
    }
}
