package dev.belay.emulator.provisioning;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.LongRunning;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/**
 * One write of one resource or resource group, from a client or from a deployment.
 *
 * @param method PUT, PATCH or DELETE
 * @param id what to write; a resource group as {@code ResourceId.of(group)}
 * @param apiVersion of the request or of the template's resource
 * @param body as sent; empty for DELETE
 * @param ifMatch the value of {@code If-Match}
 * @param ifNoneMatch the value of {@code If-None-Match}
 * @param now virtual time
 * @param continuation the deployment that is to go on when the write has ended; only used if the
 *     outcome is {@link Outcome.Accepted}
 */
public record ProvisioningRequest(
        Method method,
        ResourceId id,
        String apiVersion,
        JsonObject body,
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Instant now,
        Optional<LongRunning.Continuation> continuation) {

    public ProvisioningRequest {
        requireNonNull(method);
        requireNonNull(id);
        requireNonNull(apiVersion);
        requireNonNull(body);
        requireNonNull(ifMatch);
        requireNonNull(ifNoneMatch);
        requireNonNull(now);
        requireNonNull(continuation);
    }

    /** What a deployment writes. */
    public static ProvisioningRequest ofDeployment(
            Method method,
            ResourceId id,
            String apiVersion,
            JsonObject body,
            Instant now,
            LongRunning.Continuation continuation) {
        return new ProvisioningRequest(
                method,
                id,
                apiVersion,
                body,
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.of(continuation));
    }
}
