package dev.belay.transaction.journal;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;

import java.util.Optional;

/**
 * One operation of a deployment, as ARM listed it last.
 *
 * @param deployment the deployment that it belongs to, a nested one's own id
 * @param operationId ARM's id of the operation, unique in its deployment
 * @param operation {@code Create} (a PUT, whether or not the resource existed), {@code Read},
 *     {@code EvaluateDeploymentOutput}, {@code DeploymentCleanup} …
 * @param target the resource; empty where the operation has none
 * @param state {@code Running}, {@code Succeeded}, {@code Failed}, {@code Canceled} …
 * @param statusCode the name of an HTTP status, e.g. {@code Conflict}; empty while running
 * @param error what failed; empty otherwise
 */
public record OperationRecord(
        ResourceId deployment,
        String operationId,
        String operation,
        Optional<ResourceId> target,
        String state,
        Optional<String> statusCode,
        Optional<ArmError> error) {

    public OperationRecord {
        requireNonNull(deployment);
        requireNonNull(operationId);
        requireNonNull(operation);
        requireNonNull(target);
        requireNonNull(state);
        requireNonNull(statusCode);
        requireNonNull(error);
    }

    /** Whether it wrote, or tried to write, its target. */
    public boolean creates() {
        return operation.equalsIgnoreCase("Create");
    }

    /** Whether it deleted, or tried to delete, its target: mode Complete. */
    public boolean deletes() {
        return operation.equalsIgnoreCase("Delete")
                || operation.equalsIgnoreCase("DeploymentCleanup");
    }

    public boolean failed() {
        return state.equalsIgnoreCase("Failed");
    }

    public boolean succeeded() {
        return state.equalsIgnoreCase("Succeeded");
    }

    public boolean ended() {
        return failed() || succeeded() || state.equalsIgnoreCase("Canceled");
    }

    /** The key under which the newest record of an operation replaces the older ones. */
    public String key() {
        return deployment.folded() + "#" + operationId;
    }
}
