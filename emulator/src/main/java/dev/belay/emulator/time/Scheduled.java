package dev.belay.emulator.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Work and when it is due.
 *
 * @param at when, virtual time
 * @param sequence counts up; work due at the same instant is done in this order
 * @param work what to do
 */
public record Scheduled(Instant at, long sequence, Work work) {

    public Scheduled {
        requireNonNull(at);
        requireNonNull(work);
    }
}
