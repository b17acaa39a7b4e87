package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.JsonObject;
import dev.belay.workflow.definition.Files;
import dev.belay.workflow.definition.Provisioner;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.source.GitFile;
import dev.belay.workflow.source.GitPins;

import java.util.Optional;
import java.util.Set;

/**
 * Where what a provisioner deploys comes from: files, addresses, Git, template specs, blueprints.
 */
@FunctionalInterface
public interface Contents extends AutoCloseable {

    /** Fetches template and parameters; nothing is changed anywhere. */
    Loaded load(Provisioner provisioner, Values values);

    /** Ends what it keeps open. */
    @Override
    default void close() {}

    /** Makes the contents of one run. */
    @FunctionalInterface
    interface Maker {

        /**
         * @param files those that the run kept as they were at its beginning, and the others as
         *     they are now
         * @param pins what the run found in Git before
         */
        Contents of(Files files, GitPins pins);
    }

    /** What came of fetching. */
    sealed interface Loaded {

        /**
         * @param template the template's text
         * @param parameters in ARM's form: name to {@code {"value": …}}; may hold secrets
         * @param secretParameters the names of those whose value is a secret of the run
         * @param git where the template stands in Git, if it does
         */
        record Ready(
                String template,
                JsonObject parameters,
                Set<String> secretParameters,
                Optional<GitFile> git)
                implements Loaded {
            public Ready {
                secretParameters = Set.copyOf(secretParameters);
            }

            /** It may hold secrets. */
            @Override
            public String toString() {
                return "Ready" + parameters.members().keySet();
            }
        }

        /** It is not there or cannot be read. */
        record Refused(ArmError error) implements Loaded {}
    }
}
