package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.JsonObject;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Values;

import java.util.List;

/**
 * Where what a provisioner deploys comes from: files, addresses, Git, template specs, blueprints.
 */
@FunctionalInterface
public interface Contents {

    /** Fetches template and parameters; nothing is changed anywhere. */
    Loaded load(Provisioner provisioner, Values values);

    /** What came of it. */
    sealed interface Loaded {

        /**
         * @param template the template's text
         * @param parameters in ARM's form: name to {@code {"value": …}}; may hold secrets
         * @param secretParameters the names of those whose value is a secret of the run
         */
        record Ready(String template, JsonObject parameters, List<String> secretParameters)
                implements Loaded {
            public Ready {
                secretParameters = List.copyOf(secretParameters);
            }
        }

        /** It is not there or cannot be read. */
        record Refused(ArmError error) implements Loaded {}
    }
}
