package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What an expression of a workflow takes from the run. */
public sealed interface Reference {

    /** {@code inputs('name')}. */
    record ToInput(String name) implements Reference {
        public ToInput {
            requireNonNull(name);
        }
    }

    /**
     * {@code provisioners('name')}.
     *
     * @param output of {@code provisioners('name').outputs.output}; empty where that is not plain
     */
    record ToProvisioner(String name, Optional<String> output) implements Reference {
        public ToProvisioner {
            requireNonNull(name);
            requireNonNull(output);
        }
    }

    /**
     * {@code steps('name')}.
     *
     * @param name a step's name or id
     * @param output of {@code steps('name').outputs.output}; empty where that is not plain
     */
    record ToStep(String name, Optional<String> output) implements Reference {
        public ToStep {
            requireNonNull(name);
            requireNonNull(output);
        }
    }

    /** {@code run()}. */
    record ToRun() implements Reference {}
}
