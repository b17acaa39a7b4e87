package dev.belay.arm;

import java.time.Duration;

/** Lets time pass: really, or by moving a virtual clock. */
@FunctionalInterface
public interface Pause {

    /**
     * Returns after the duration, or earlier when the waiting thread is asked to stop.
     *
     * @param duration zero or longer
     */
    void pause(Duration duration);
}
