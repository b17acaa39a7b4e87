package dev.belay.emulator.fault;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonPointer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One fault of the world file: which request or provisioning it strikes, what happens then, and how
 * often.
 *
 * @param when which attempts
 * @param then what happens
 * @param times how often it strikes before it is used up, from 1
 */
public record Fault(When when, Then then, int times) {

    public Fault {
        requireNonNull(when);
        requireNonNull(then);
        if (times < 1) {
            throw new IllegalArgumentException("A fault strikes at least once, not " + times);
        }
    }

    /** Where in the life of a write the fault stands. */
    public enum Stage {
        /** When the request arrives. */
        REQUEST,
        /** After it was accepted, when the provider does the work. */
        PROVISIONING
    }

    /**
     * Which attempts are struck; left-out conditions hold always.
     *
     * @param methods one of these; empty for any
     * @param type of the resource written or read
     * @param id of the resource written or read
     * @param nth only from the n-th attempt on that meets all other conditions, from 1
     * @param stage when
     * @param live what the body of the resource as it stands must hold; {@code null} means absent
     * @param sent what the body sent must hold; {@code null} means absent
     */
    public record When(
            Set<Method> methods,
            Optional<ResourceType> type,
            Optional<ResourceId> id,
            Optional<Integer> nth,
            Stage stage,
            Map<JsonPointer, Json> live,
            Map<JsonPointer, Json> sent) {

        public When {
            methods = Set.copyOf(methods);
            requireNonNull(type);
            requireNonNull(id);
            requireNonNull(nth);
            requireNonNull(stage);
            live = Map.copyOf(new LinkedHashMap<>(live));
            sent = Map.copyOf(new LinkedHashMap<>(sent));
        }
    }

    /** What a fault does. */
    public sealed interface Then {

        /** Refused (request) or ended as failed (provisioning); what was sent has no effect. */
        record Fail(int status, ArmError error) implements Then {}

        /** No answer, or no end, ever. */
        record Hang() implements Then {}

        /** What was sent has its effect, and yet it fails. */
        record ApplyThenFail(int status, ArmError error) implements Then {}

        /** The request has its effect, the answer does not arrive. */
        record LoseAnswer() implements Then {}

        /** Throttled: status 429 with a {@code Retry-After}. */
        record Throttle(ArmError error, Duration retryAfter) implements Then {}
    }
}
