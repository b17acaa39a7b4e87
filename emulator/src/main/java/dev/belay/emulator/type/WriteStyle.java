package dev.belay.emulator.type;

import static java.util.Objects.requireNonNull;

import dev.belay.emulator.world.LongRunning;

import java.time.Duration;

/**
 * How a provider answers one kind of write.
 *
 * @param status of the first answer
 * @param polling its links
 * @param takes how long the work lasts where the world file says nothing; zero and {@code NONE} for
 *     a write that is over with its answer
 * @param retryAfter what it tells to wait between polls
 * @param busyState the provisioning state meanwhile
 */
public record WriteStyle(
        int status,
        LongRunning.Polling polling,
        Duration takes,
        Duration retryAfter,
        String busyState) {

    public WriteStyle {
        requireNonNull(polling);
        requireNonNull(takes);
        requireNonNull(retryAfter);
        requireNonNull(busyState);
    }

    public static WriteStyle immediate(int status) {
        return new WriteStyle(
                status, LongRunning.Polling.NONE, Duration.ZERO, Duration.ofSeconds(15), "");
    }

    public boolean isImmediate() {
        return polling == LongRunning.Polling.NONE;
    }
}
