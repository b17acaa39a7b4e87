package dev.belay.emulator.fault;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;

import java.util.Optional;

/**
 * A request or provisioning that a fault may strike.
 *
 * @param stage which of both
 * @param method the request's method
 * @param id what it is about
 * @param live the body as it stands; empty if there is none
 * @param sent the body sent; empty if there is none
 */
public record Attempt(
        Fault.Stage stage, Method method, ResourceId id, Optional<Json> live, Optional<Json> sent) {

    public Attempt {
        requireNonNull(stage);
        requireNonNull(method);
        requireNonNull(id);
        requireNonNull(live);
        requireNonNull(sent);
    }
}
