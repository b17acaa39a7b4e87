package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Scope;
import dev.belay.json.JsonObject;
import dev.belay.transaction.journal.RecordedRequest.Mode;
import dev.belay.transaction.journal.RecordedRequest.OnFailure;
import dev.belay.transaction.journal.RecordedRequest.Strategy;

import java.time.Duration;
import java.util.Optional;

/**
 * A deployment that is to be guarded.
 *
 * @param scope the root scope
 * @param location where ARM keeps the deployment's record; needed above resource groups, empty
 *     there
 * @param name the deployment's name; empty: made from the transaction's id
 * @param template the template's text as it is in the file
 * @param parameters in ARM's form: name to {@code {"value": …}} or {@code {"reference": …}}
 * @param acceptDeletions whether an undo after a success may delete
 * @param timeout the longest wait for ARM to come to rest
 */
public record DeployRequest(
        Scope scope,
        Optional<String> location,
        Optional<String> name,
        String template,
        JsonObject parameters,
        Mode mode,
        OnFailure onFailure,
        Strategy strategy,
        boolean acceptDeletions,
        boolean liftLocks,
        Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(2);

    public DeployRequest {
        requireNonNull(scope);
        requireNonNull(location);
        requireNonNull(name);
        requireNonNull(template);
        requireNonNull(parameters);
        requireNonNull(mode);
        requireNonNull(onFailure);
        requireNonNull(strategy);
        requireNonNull(timeout);
    }

    /** The same, with deletions accepted. */
    public DeployRequest acceptingDeletions() {
        return new DeployRequest(
                scope,
                location,
                name,
                template,
                parameters,
                mode,
                onFailure,
                strategy,
                true,
                liftLocks,
                timeout);
    }
}
