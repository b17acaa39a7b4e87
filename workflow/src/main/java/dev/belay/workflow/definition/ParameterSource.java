package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Where values of a template's parameters come from. */
public sealed interface ParameterSource {

    /**
     * A parameter file as az takes it.
     *
     * @param path relative to the workflow file's folder or absolute
     */
    record OfFile(Templated path) implements ParameterSource {
        public OfFile {
            requireNonNull(path);
        }
    }

    /** Values by parameter name, in the file's order. */
    record Values(SequencedMap<String, Templated> values) implements ParameterSource {
        public Values {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }
    }
}
