package dev.belay.transaction.run;

import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The taking over of a lease that another process of the same owner may still hold. */
final class Acquisition {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Outside outside;
    private final LeaseBook book;
    private final Consumer<TransactionEvent> listener;

    Acquisition(Outside outside, LeaseBook book, Consumer<TransactionEvent> listener) {
        this.outside = outside;
        this.book = book;
        this.listener = listener;
    }

    /** How it ended. */
    sealed interface Result {

        /**
         * The lease is ours.
         *
         * @param asked when it was asked for, by the monotonic clock
         * @param old the former process's lease, which had not been given back
         */
        record Granted(Lease lease, Duration asked, Optional<Lease> old) implements Result {}

        /** Others hold it, or the former process is alive. */
        record Busy(List<Lease> holders) implements Result {}

        /** A person wants to stop while the lease is waited for. */
        record Stopped() implements Result {}
    }

    /** Takes the lease, waiting for the end of one that a process of the same owner left. */
    Result of(String owner, List<Scope> scopes) {
        Optional<Instant> waitedFor = Optional.empty();
        while (true) {
            Duration asked = outside.clock().monotonic();
            switch (book.acquire(owner, scopes, outside.leaseLasts())) {
                case LeaseAnswer.Granted(var lease, var old) -> {
                    return new Result.Granted(lease, asked, old);
                }
                case LeaseAnswer.Denied(var holders) -> {
                    Optional<Instant> expiry = expiry(owner, holders);
                    if (expiry.isEmpty() || waitedFor.filter(expiry.get()::isAfter).isPresent()) {
                        return new Result.Busy(holders); // others, or it is alive
                    }
                    if (outside.stop().asked() != StopSignal.Asked.NOTHING) {
                        return new Result.Stopped();
                    }
                    if (waitedFor.isEmpty()) {
                        sayWhatIsWaitedFor(expiry.get());
                    }
                    waitedFor = expiry;
                    outside.leases().realTime().pause(BETWEEN_LOOKS);
                }
            }
        }
    }

    /** When the lease of another process of the same owner ends; empty if others hold it. */
    private static Optional<Instant> expiry(String owner, List<Lease> holders) {
        return holders.size() == 1 && holders.getFirst().owner().equals(owner)
                ? Optional.of(holders.getFirst().expires())
                : Optional.empty();
    }

    private void sayWhatIsWaitedFor(Instant expiry) {
        listener.accept(
                new TransactionEvent.Waiting(
                        "Another process holds the lease of this transaction until "
                                + expiry
                                + ", unless it ends or renews before.",
                        outside.leaseLasts()));
    }
}
