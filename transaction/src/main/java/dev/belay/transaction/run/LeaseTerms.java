package dev.belay.transaction.run;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.Pause;

import java.time.Duration;

/**
 * How leases are held.
 *
 * @param lasts how long a lease lasts unless it is renewed
 * @param realTime lets real time pass, whatever ARM's clock is: leases expire by real time
 */
public record LeaseTerms(Duration lasts, Pause realTime) {

    /** How long a lease lasts. */
    public static final Duration USUAL = Duration.ofMinutes(3);

    public LeaseTerms {
        requireNonNull(lasts);
        requireNonNull(realTime);
    }

    /** Long enough for a lease to be renewed in time between two of the longest requests. */
    Duration lasts(Duration requestTimeout) {
        Duration shortest = requestTimeout.multipliedBy(3);
        return lasts.compareTo(shortest) < 0 ? shortest : lasts;
    }
}
