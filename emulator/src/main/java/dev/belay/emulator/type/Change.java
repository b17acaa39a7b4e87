package dev.belay.emulator.type;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.StoredResource;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/**
 * A write that a type may refuse or complete.
 *
 * @param method PUT, PATCH or DELETE
 * @param id the resource
 * @param apiVersion of the request
 * @param sent the body as sent; empty for DELETE
 * @param body the whole body that the resource would have, as far as it is known; empty for DELETE
 * @param before the resource as it stands
 * @param incarnation differs from that of an earlier resource of the same id
 * @param now virtual time
 */
public record Change(
        Method method,
        ResourceId id,
        String apiVersion,
        JsonObject sent,
        JsonObject body,
        Optional<StoredResource> before,
        long incarnation,
        Instant now) {

    public Change {
        requireNonNull(method);
        requireNonNull(id);
        requireNonNull(apiVersion);
        requireNonNull(sent);
        requireNonNull(body);
        requireNonNull(before);
        requireNonNull(now);
    }

    public boolean creates() {
        return before.isEmpty();
    }

    public Change withBody(JsonObject newBody) {
        return new Change(method, id, apiVersion, sent, newBody, before, incarnation, now);
    }
}
