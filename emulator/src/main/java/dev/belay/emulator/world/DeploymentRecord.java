package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.JsonObject;

import org.pcollections.PVector;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment as the world holds it: what was asked, how far it is, what it did. Data only; the
 * room {@code deployment} makes it move.
 *
 * @param id at any scope
 * @param location of deployments above resource groups
 * @param tags as sent; empty if there are none
 * @param state {@code Accepted}, {@code Running}, {@code Succeeded}, {@code Failed} or {@code
 *     Canceled}
 * @param correlationId a GUID
 * @param sequence the 20 digits in its poll link
 * @param startedAt when it was accepted
 * @param changedAt when its state changed last
 * @param shown members of {@code properties} that a GET shows besides state, times and error
 * @param kept what no GET shows and may hold secrets: the request as sent, secure parameters; it is
 *     encrypted on disk
 * @param progress how far the engine is; may hold secrets; it is encrypted on disk
 * @param operations in the order they began
 * @param error why it failed
 * @param parent the deployment in whose template this one is nested
 */
public record DeploymentRecord(
        ResourceId id,
        Optional<String> location,
        JsonObject tags,
        String state,
        String correlationId,
        String sequence,
        Instant startedAt,
        Instant changedAt,
        JsonObject shown,
        JsonObject kept,
        Progress progress,
        PVector<Operation> operations,
        Optional<ArmError> error,
        Optional<LongRunning.Continuation> parent) {

    /**
     * One operation of a deployment.
     *
     * @param id 16 upper-case hex digits, or the deployment's sequence
     * @param kind {@code Create}, {@code Read}, {@code EvaluateDeploymentOutput}, …
     * @param state {@code Running}, {@code Succeeded}, {@code Failed} or {@code Canceled}
     * @param startedAt when it began
     * @param changedAt when its state changed last
     * @param target the resource; empty for the evaluation of outputs
     * @param shown the other members of {@code properties} that a GET shows
     */
    public record Operation(
            String id,
            String kind,
            String state,
            Instant startedAt,
            Instant changedAt,
            Optional<ResourceId> target,
            JsonObject shown) {
        public Operation {
            requireNonNull(id);
            requireNonNull(kind);
            requireNonNull(state);
            requireNonNull(startedAt);
            requireNonNull(changedAt);
            requireNonNull(target);
            requireNonNull(shown);
        }
    }

    public DeploymentRecord {
        requireNonNull(id);
        requireNonNull(location);
        requireNonNull(tags);
        requireNonNull(state);
        requireNonNull(correlationId);
        requireNonNull(sequence);
        requireNonNull(startedAt);
        requireNonNull(changedAt);
        requireNonNull(shown);
        requireNonNull(kept);
        requireNonNull(progress);
        requireNonNull(operations);
        requireNonNull(error);
        requireNonNull(parent);
    }

    /** What is kept may be secret. */
    @Override
    public String toString() {
        return "DeploymentRecord[" + id + ", " + state + "]";
    }

    public Scope scope() {
        return id.scope();
    }

    public boolean terminal() {
        return switch (state) {
            case "Succeeded", "Failed", "Canceled" -> true;
            default -> false;
        };
    }
}
