package dev.belay.transaction.journal;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Scope;
import dev.belay.transaction.snapshot.Digest;

import java.time.Duration;
import java.util.Optional;

/**
 * What was asked for, without anything secret.
 *
 * @param scope the root scope of the deployment
 * @param name the deployment's name
 * @param mode how the deployment treats what the template does not mention
 * @param onFailure what to do with a failure
 * @param strategy how an undo is done
 * @param policy the policy that decided before the deployment; empty for none
 * @param acceptDeletions whether an undo after a success may delete
 * @param liftLocks whether an undo may lift locks
 * @param timeout the longest wait for ARM to come to rest
 */
public record RecordedRequest(
        Scope scope,
        String name,
        Mode mode,
        OnFailure onFailure,
        Strategy strategy,
        Optional<Digest> policy,
        boolean acceptDeletions,
        boolean liftLocks,
        Duration timeout) {

    public RecordedRequest {
        requireNonNull(scope);
        requireNonNull(name);
        requireNonNull(mode);
        requireNonNull(onFailure);
        requireNonNull(strategy);
        requireNonNull(policy);
        requireNonNull(timeout);
    }

    /** ARM's deployment mode. */
    public enum Mode {
        INCREMENTAL("Incremental"),
        COMPLETE("Complete");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** As ARM writes it. */
        public String word() {
            return word;
        }
    }

    /** What becomes of a failed deployment. */
    public enum OnFailure {
        ROLLBACK,
        KEEP
    }

    /** How an undo is done. */
    public enum Strategy {
        SURGICAL,
        COMPLETE
    }
}
