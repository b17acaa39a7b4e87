package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A workflow as its file says, checked: every name it uses exists.
 *
 * @param target where it deploys to; empty: where the command line says, else the sign-in
 * @param inputs by name, in the file's order
 * @param provisioners by name, in the files' order, those of used files first
 * @param phases in order; at least one
 */
public record Workflow(
        String name,
        Optional<String> description,
        Optional<Target> target,
        SequencedMap<String, Input> inputs,
        SequencedMap<String, Provisioner> provisioners,
        List<Phase> phases) {

    public Workflow {
        requireNonNull(name);
        requireNonNull(description);
        requireNonNull(target);
        inputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inputs));
        provisioners = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(provisioners));
        phases = List.copyOf(phases);
    }

    /** All steps in the file's order; a parallel step comes before the steps inside it. */
    public Stream<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).flatMap(Step::withInner);
    }

    /** The step of that name, else of that id. */
    public Optional<Step> step(String nameOrId) {
        return steps().filter(step -> step.name().equals(nameOrId))
                .findFirst()
                .or(() -> steps().filter(step -> step.id().equals(nameOrId)).findFirst());
    }
}
