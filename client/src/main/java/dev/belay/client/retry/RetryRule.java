package dev.belay.client.retry;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;

import java.time.Duration;
import java.util.Optional;

/**
 * Which requests may be repeated without looking.
 *
 * <p>Reads may be repeated after any answer that blames the moment (408, 429, 500, 502, 503, 504)
 * and after none. Writes may be repeated only after 429, which says that the request was not
 * carried out. After any other failure of a write, or no answer, whether it had an effect is
 * unknown: the caller reads the resource and decides.
 *
 * @param attempts the most times that one request is sent, 1 or more
 */
public record RetryRule(int attempts) {

    /** As many attempts as a throttled subscription usually needs (inferred). */
    public static final RetryRule USUAL = new RetryRule(6);

    public RetryRule {
        if (attempts < 1) {
            throw new IllegalArgumentException("At least one attempt, not " + attempts + ".");
        }
    }

    /**
     * How long to wait before sending it again.
     *
     * @param reads whether the request changes nothing
     * @param attempt how many times it was sent, from 1
     * @return empty if the answer stands
     */
    public Optional<Duration> again(boolean reads, ArmResponse answer, int attempt) {
        if (attempt >= attempts || !repeatable(reads, answer.status())) {
            return Optional.empty();
        }
        return Optional.of(RetryAfter.of(answer.headers()).orElseGet(() -> backOff(attempt)));
    }

    /** How long to wait before sending it again after no answer; empty if it must not be. */
    public Optional<Duration> againAfterNoAnswer(boolean reads, int attempt) {
        return attempt < attempts && reads ? Optional.of(backOff(attempt)) : Optional.empty();
    }

    private static boolean repeatable(boolean reads, int status) {
        return status == 429
                || (reads
                        && switch (status) {
                            case 408, 500, 502, 503, 504 -> true;
                            default -> false;
                        });
    }

    /** Whether requests of this method change nothing; of a POST only the caller knows. */
    public static boolean reads(Method method) {
        return switch (method) {
            case GET, HEAD -> true;
            case PUT, PATCH, POST, DELETE -> false;
        };
    }

    private static Duration backOff(int attempt) {
        return Duration.ofSeconds(1L << Math.min(attempt - 1, 5));
    }
}
