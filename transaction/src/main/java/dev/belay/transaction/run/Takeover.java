package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.transaction.capture.Context;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseBook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A transaction that another process began, taken over: where it was made, under a lease of its
 * own, with a new segment of the log, once the request that the former owner had in hand is over.
 */
final class Takeover {

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
        return Context.notInTenant(
                outside.client(),
                opened.tenant(),
                opened.subscription().map(Scope.Subscription::new));
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
        return switch (new Acquisition(outside, book, listener)
                .of(id, List.copyOf(History.scopes(journal)))) {
            case Acquisition.Result.Granted(var lease, var asked, var old) -> {
                var keeper = new LeaseKeeper(book, outside, lease, asked);
                yield leased(keeper, lease, old, finished, work);
            }
            case Acquisition.Result.Busy(var holders) -> Reports.refusal(journal, busy(holders));
            case Acquisition.Result.Stopped _ -> new TransactionOutcome.Stopped(id);
        };
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
        RunJournal journal = RunJournal.of(outside.store().takeOver(lease.owner(), lease.fence()));
        var session =
                new Session(
                        outside,
                        outside.client(keeper),
                        new TypeKnowledge(outside.catalog()),
                        journal,
                        keeper,
                        listener,
                        Redaction.NONE,
                        journal.openOutputs(),
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
        session.tell(waitingOut(outside));
        session.pause(outside.requestTimeout());
    }

    static TransactionEvent waitingOut(Outside outside) {
        return new TransactionEvent.Waiting(
                "The former run may still have a request in hand.", outside.requestTimeout());
    }

    static ArmError busy(List<Lease> holders) {
        Lease holder = holders.getFirst();
        return ArmError.of(
                "LeaseHeld",
                "'"
                        + holder.owner()
                        + "' is at work in this scope, at least until "
                        + holder.expires()
                        + ". Wait until it has ended, and run the command again; what it does tells"
                        + " 'belay show "
                        + holder.owner()
                        + "'.");
    }
}
