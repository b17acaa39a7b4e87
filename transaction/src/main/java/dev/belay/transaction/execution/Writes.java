package dev.belay.transaction.execution;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.client.call.Written;
import dev.belay.client.polling.Ended;
import dev.belay.client.polling.LongRunning;
import dev.belay.transaction.plan.StepStatus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** One write of the undo followed to its end, and what its refusal means. */
final class Writes {

    /** A person must act: a lock, a policy, a right (recorded and documented codes). */
    private static final Set<String> BLOCKING =
            Set.of(
                    "ScopeLocked",
                    "RequestDisallowedByPolicy",
                    "AuthorizationFailed",
                    "LinkedAuthorizationFailed",
                    "DenyAssignmentAuthorizationFailed");

    private final LongRunning longRunning;

    Writes(LongRunning longRunning) {
        this.longRunning = longRunning;
    }

    /** How a write went; in doubt, the resource has to be read. */
    sealed interface End {
        /** It may have taken effect: read the resource. */
        record LookAgain(Optional<ArmError> doubt) implements End {}

        /** The resource is no longer the one that was read (412). */
        record Overtaken() implements End {}

        /** Not carried out. */
        record Stopped(StepOutcome outcome) implements End {}
    }

    End follow(ResourceId id, String apiVersion, Written written) {
        return switch (written) {
            case Written.Accepted(var response) ->
                    switch (longRunning.follow(address(id, apiVersion), response)) {
                        case Ended.Succeeded _ -> new End.LookAgain(Optional.empty());
                        case Ended.Failed(var error) -> new End.LookAgain(Optional.of(error));
                        case Ended.Unknown(var error) -> new End.LookAgain(Optional.of(error));
                        case Ended.GaveUp _ ->
                                new End.LookAgain(
                                        Optional.of(
                                                ArmError.of("Timeout", "It did not end in time.")));
                    };
            case Written.Unknown(var error) -> new End.LookAgain(Optional.of(error));
            case Written.Refused(var error, var status) ->
                    status == 412 ? new End.Overtaken() : new End.Stopped(refused(error));
        };
    }

    private static StepOutcome refused(ArmError error) {
        boolean blocked =
                BLOCKING.contains(error.code()) || BLOCKING.contains(error.innermost().code());
        return StepOutcome.of(blocked ? StepStatus.BLOCKED : StepStatus.FAILED, error);
    }

    private static URI address(ResourceId id, String apiVersion) {
        try {
            return new URI(null, null, id.path(), "api-version=" + apiVersion, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: '" + id + "'.", e);
        }
    }
}
