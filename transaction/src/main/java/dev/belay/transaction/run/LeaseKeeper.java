package dev.belay.transaction.run;

import dev.belay.arm.Clock;
import dev.belay.arm.Pause;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.log.StoreException;

import java.time.Duration;

/**
 * Keeps a lease alive: before each write it outlasts a request by the monotonic clock, which also
 * counts while the process is stopped.
 */
final class LeaseKeeper {

    private final LeaseBook book;
    private final Clock clock;
    private final Duration requestTimeout;
    private final Duration lasts;
    private final Lease lease;
    private final boolean handedDown;
    private Duration granted;

    /**
     * @param asked when the lease was asked for, by the monotonic clock
     */
    LeaseKeeper(LeaseBook book, Outside outside, Lease lease, Duration asked) {
        this(book, outside, lease, asked, false);
    }

    private LeaseKeeper(
            LeaseBook book, Outside outside, Lease lease, Duration asked, boolean handedDown) {
        this.book = book;
        this.clock = outside.clock();
        this.requestTimeout = outside.requestTimeout();
        this.lasts = outside.leaseLasts();
        this.lease = lease;
        this.handedDown = handedDown;
        this.granted = asked;
    }

    /** Keeps the lease of a workflow run, which only the run gives back. */
    static LeaseKeeper handedDown(LeaseBook book, Outside outside, Lease lease, Duration asked) {
        return new LeaseKeeper(book, outside, lease, asked, true);
    }

    /**
     * Renews the lease if it would not outlast the longest request.
     *
     * @throws StoreException if another took it over
     */
    synchronized void ensure() {
        Duration now = clock.monotonic();
        Duration left = granted.plus(lasts).minus(now);
        if (left.compareTo(requestTimeout.multipliedBy(2)) > 0) {
            return;
        }
        if (book.renew(lease, lasts) instanceof LeaseAnswer.Denied) {
            throw new StoreException(
                            "The lease of '"
                                    + lease.owner()
                                    + "' was taken over by another process, which goes on with it;"
                                    + " this one stops here.")
                    .withAdvice("See what became of it: belay show " + lease.owner());
        }
        granted = now;
    }

    /** Lets time pass in pieces, so that the lease is renewed in a long wait. */
    void pass(Duration duration, Pause pause) {
        Duration piece = lasts.dividedBy(6);
        Duration left = duration;
        while (left.compareTo(piece) > 0) {
            pause.pause(piece);
            ensure();
            left = left.minus(piece);
        }
        pause.pause(left);
    }

    /** Gives it back; where that fails it ends with this process, or expires. */
    void release() {
        if (handedDown) {
            return;
        }
        try {
            book.release(lease);
        } catch (StoreException _) {
            return; // what the transaction came to is in its log, and must be told as it is
        }
    }
}
