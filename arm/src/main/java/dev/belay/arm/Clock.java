package dev.belay.arm;

import java.time.Duration;
import java.time.Instant;

/** The time outside. */
public interface Clock {

    /**
     * Now, UTC; virtual where the embedded ARM runs in process. For waits and {@code --timeout}.
     */
    Instant now();

    /** Time since an arbitrary start that never jumps, always real. For leases. */
    Duration monotonic();
}
