package dev.belay.emulator.host;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Supplier;

/** What moves the embedded ARM's clock. */
public sealed interface Pace {

    /** Polls do: after each the clock is at the next event of what it showed. */
    Pace BY_POLLS = new ByPolls();

    /** Time stands still between polls. */
    record ByPolls() implements Pace {}

    /**
     * Real time does.
     *
     * @param factor how many times as fast, 1 or more
     * @param monotonic real time since an arbitrary start
     */
    record Wall(int factor, Supplier<Duration> monotonic) implements Pace {
        public Wall {
            requireNonNull(monotonic);
            if (factor < 1) {
                throw new IllegalArgumentException("Time runs forward, not " + factor + " times.");
            }
        }
    }
}
