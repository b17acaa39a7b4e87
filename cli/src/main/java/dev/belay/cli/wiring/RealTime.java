package dev.belay.cli.wiring;

import dev.belay.arm.Pause;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Real time: waiting takes as long as it says. */
final class RealTime implements Pause {

    /** How often a condition is looked at, as seldom as a person does not notice. */
    private static final Duration LOOK = Duration.ofMillis(100);

    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void pauseUntil(BooleanSupplier over, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long left = duration.toNanos();
        while (left > 0 && !over.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            pause(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
            left = end - System.nanoTime();
        }
    }
}
