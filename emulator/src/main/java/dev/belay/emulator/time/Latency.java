package dev.belay.emulator.time;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a write takes, as the world file says.
 *
 * @param type writes of this type; empty for any
 * @param id writes of this resource; empty for any
 * @param method writes by this method; empty for any
 * @param takes how long
 * @param children so much more for each resource below; zero if left out
 */
public record Latency(
        Optional<ResourceType> type,
        Optional<ResourceId> id,
        Optional<Method> method,
        Takes takes,
        Duration children) {

    /** The time a write takes. */
    public sealed interface Takes {

        /** So long from its start. */
        record Fixed(Duration duration) implements Takes {}

        /** Until so long after a moment; a moment that never comes leaves the write hanging. */
        record Until(Trigger trigger, Duration plus) implements Takes {}
    }

    public Latency {
        requireNonNull(type);
        requireNonNull(id);
        requireNonNull(method);
        requireNonNull(takes);
        requireNonNull(children);
    }

    /** Whether the latency is meant for this write. */
    public boolean matches(Method writeMethod, ResourceId write) {
        return type.map(write.type()::equals).orElse(true)
                && id.map(write::equals).orElse(true)
                && method.map(writeMethod::equals).orElse(true);
    }
}
