package dev.belay.transaction.run;

import dev.belay.arm.Clock;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.log.StoreException;

import java.time.Duration;

/** Keeps a lease alive: before each write it outlasts a request by the monotonic clock. */
final class LeaseKeeper {

    static final Duration LASTS = Duration.ofMinutes(3);

    private final LeaseBook book;
    private final Clock clock;
    private final Duration requestTimeout;
    private final Lease lease;
    private Duration granted;

    LeaseKeeper(LeaseBook book, Clock clock, Duration requestTimeout, Lease lease) {
        this.book = book;
        this.clock = clock;
        this.requestTimeout = requestTimeout;
        this.lease = lease;
        this.granted = clock.monotonic();
    }

    /** Renews the lease if it would not outlast the longest request. */
    void ensure() {
        Duration now = clock.monotonic();
        Duration left = granted.plus(LASTS).minus(now);
        if (left.compareTo(requestTimeout.multipliedBy(2)) > 0) {
            return;
        }
        if (book.renew(lease, LASTS) instanceof LeaseAnswer.Denied) {
            throw new StoreException(
                    "The lease of '" + lease.owner() + "' was taken over by another.");
        }
        granted = now;
    }

    void release() {
        book.release(lease);
    }
}
