package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.transaction.capture.Context;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A transaction that another process began, taken over: where it was made, under a lease of its
 * own, with a new segment of the log, once the request that the former owner had in hand is over.
 */
final class Takeover {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Outside outside;
    private final History history;
    private final Duration timeout;
    private final Consumer<TransactionEvent> listener;

    Takeover(
            Outside outside,
            History history,
            Duration timeout,
            Consumer<TransactionEvent> listener) {
        this.outside = outside;
        this.history = history;
        this.timeout = timeout;
        this.listener = listener;
    }

    /** Whether its ARM is another one; if so, why it is refused. */
    Optional<ArmError> elsewhere(RunJournal journal) {
        JournalEntry.Opened opened = journal.state().opened().orElseThrow();
        if (!opened.origin().equals(outside.origin())) {
            return Optional.of(
                    ArmError.of(
                            "OtherOrigin",
                            "The transaction was made at '"
                                    + opened.origin()
                                    + "', not at '"
                                    + outside.origin()
                                    + "'; name that one with '--arm'."));
        }
        boolean here =
                Context.inTenant(
                        outside.client(),
                        opened.tenant(),
                        opened.subscription().map(Scope.Subscription::new));
        return here
                ? Optional.empty()
                : Optional.of(
                        ArmError.of(
                                "OtherTenant",
                                "What the transaction changed cannot be read in the tenant '"
                                        + opened.tenant()
                                        + "'."));
    }

    /**
     * Takes it over and works on it.
     *
     * @param finished what to say if the former owner finished it while its lease was waited for;
     *     empty: go on
     */
    TransactionOutcome run(
            RunJournal journal,
            Function<RunJournal, Optional<TransactionOutcome>> finished,
            Function<Session, TransactionOutcome> work) {
        LeaseBook book = outside.store().leases(journal.state().opened().orElseThrow().tenant());
        String id = journal.log().id();
        Optional<Instant> waitedFor = Optional.empty();
        while (true) {
            Duration asked = outside.clock().monotonic();
            switch (book.acquire(id, List.copyOf(History.scopes(journal)), outside.leaseLasts())) {
                case LeaseAnswer.Granted(var lease, var old) -> {
                    var keeper = new LeaseKeeper(book, outside, lease, asked);
                    return leased(keeper, lease, old, finished, work);
                }
                case LeaseAnswer.Denied(var holders) -> {
                    Optional<Instant> expiry = expiry(id, holders);
                    if (expiry.isEmpty() || waitedFor.filter(expiry.get()::isAfter).isPresent()) {
                        return Reports.refusal(journal, busy(holders)); // others, or it is alive
                    }
                    if (outside.stop().asked() != StopSignal.Asked.NOTHING) {
                        return new TransactionOutcome.Stopped(id);
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

    /** When the lease of another process of the same transaction ends; empty if others hold it. */
    private static Optional<Instant> expiry(String id, List<Lease> holders) {
        return holders.size() == 1 && holders.getFirst().owner().equals(id)
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

    private TransactionOutcome leased(
            LeaseKeeper keeper,
            Lease lease,
            Optional<Lease> old,
            Function<RunJournal, Optional<TransactionOutcome>> finished,
            Function<Session, TransactionOutcome> work) {
        Optional<TransactionOutcome> known =
                finished.apply(history.find(lease.owner()).orElseThrow());
        if (known.isPresent()) {
            keeper.release();
            return known.get();
        }
        var session =
                new Session(
                        outside,
                        outside.client(keeper),
                        new TypeKnowledge(outside.catalog()),
                        RunJournal.of(outside.store().takeOver(lease.owner(), lease.fence())),
                        keeper,
                        listener,
                        Redaction.NONE,
                        Optional.empty(),
                        timeout);
        return Rollback.guarded(
                session,
                () -> {
                    old.ifPresent(_ -> waitOut(session));
                    return work.apply(session);
                });
    }

    /** The old owner may have had one request in hand. */
    private void waitOut(Session session) {
        session.tell(
                new TransactionEvent.Waiting(
                        "The former run may still have a request in hand.",
                        outside.requestTimeout()));
        session.pause(outside.requestTimeout());
    }

    static ArmError busy(List<Lease> holders) {
        Lease holder = holders.getFirst();
        return ArmError.of(
                "LeaseHeld",
                "'"
                        + holder.owner()
                        + "' is at work in this scope, at least until "
                        + holder.expires()
                        + ".");
    }
}
