package dev.belay.arm;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets time pass: really, or by moving a virtual clock. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns after the duration, or earlier when the waiting thread is asked to stop.
     *
     * @param duration zero or longer
     */
    void pause(Duration duration);

    /**
     * Lets it pass, or less as soon as the condition holds; where time is virtual nobody can wait
     * for the condition, and all of it passes.
     */
    default void pauseUntil(BooleanSupplier over, Duration duration) {
        pause(duration);
    }
}
