package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.Pause;
import dev.belay.arm.Scope;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.log.Lease;
import dev.belay.transaction.log.LeaseAnswer;
import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.log.StoreException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lease of one workflow run, which hands it down to its transactions. It begins with the scopes
 * that the run holds already and grows by those that a step touches.
 */
public final class RunLease {

    private final Outside outside;
    private final String run;
    private final String tenant;
    private final LeaseBook book;
    private final Lease lease;
    private final LeaseKeeper keeper;
    private final boolean tookOver;
    private final Map<String, List<Scope>> atWork = new LinkedHashMap<>();

    private RunLease(
            Outside outside,
            String run,
            String tenant,
            LeaseBook book,
            Acquisition.Result.Granted granted) {
        this.outside = outside;
        this.run = run;
        this.tenant = tenant;
        this.book = book;
        this.lease = granted.lease();
        this.keeper = LeaseKeeper.handedDown(book, outside, lease, granted.asked());
        this.tookOver = granted.old().isPresent();
    }

    /** What came of asking for it. */
    public sealed interface Answer {
        record Granted(RunLease lease) implements Answer {}

        record Denied(ArmError error) implements Answer {}

        /** A person wants to stop while the lease of a former process is waited for. */
        record Stopped() implements Answer {}
    }

    /**
     * Takes the lease of a run, waiting for the end of one that a former process left.
     *
     * @param tenant whose lease book it stands in
     */
    public static Answer take(
            Outside outside, String run, String tenant, Consumer<TransactionEvent> listener) {
        LeaseBook book = outside.store().leases(tenant);
        List<Scope> scopes = new History(outside.store()).scopesOfRun(run);
        return switch (new Acquisition(outside, book, listener).of(run, scopes)) {
            case Acquisition.Result.Granted granted ->
                    new Answer.Granted(new RunLease(outside, run, tenant, book, granted));
            case Acquisition.Result.Busy(var holders) -> new Answer.Denied(Takeover.busy(holders));
            case Acquisition.Result.Stopped _ -> new Answer.Stopped();
        };
    }

    /** The run's id. */
    public String run() {
        return run;
    }

    public String tenant() {
        return tenant;
    }

    /** Under which the run and its transactions write. */
    public long fence() {
        return lease.fence();
    }

    /**
     * Waits out the request that the former process may have had in hand, if there was one.
     *
     * @param say gets what is waited for
     */
    public void waitOut(Consumer<TransactionEvent> say) {
        if (tookOver) {
            say.accept(Takeover.waitingOut(outside));
            pass(outside.requestTimeout(), outside.pause());
        }
    }

    /**
     * Makes sure that it outlasts a request.
     *
     * @throws StoreException if another took it over
     */
    public void ensure() {
        keeper.ensure();
    }

    /** Lets time pass and keeps the lease meanwhile. */
    public void pass(Duration duration, Pause pause) {
        keeper.pass(duration, pause);
    }

    /** Gives it back: the run is over. */
    public void release() {
        book.release(lease);
    }

    /** Adds scopes; why it cannot, if so. */
    Optional<ArmError> extend(List<Scope> scopes) {
        keeper.ensure();
        return switch (book.extend(lease, scopes, outside.leaseLasts())) {
            case LeaseAnswer.Granted _ -> Optional.empty();
            case LeaseAnswer.Denied(var holders) when holders.isEmpty() ->
                    throw new StoreException("The lease of the run '" + run + "' is gone.");
            case LeaseAnswer.Denied(var holders) -> Optional.of(Takeover.busy(holders));
        };
    }

    /**
     * Waits until no other transaction of the run works on one of the scopes: side by side go only
     * those that nothing but the lease connects.
     */
    synchronized void enter(String transaction, List<Scope> scopes) {
        try {
            while (atWork.values().stream().anyMatch(others -> overlap(scopes, others))) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another step ran.", interrupted);
        }
        atWork.put(transaction, scopes);
    }

    /** The transaction is held, or over; nothing happens if it never entered. */
    synchronized void leave(String transaction) {
        atWork.remove(transaction);
        notifyAll();
    }

    private static boolean overlap(List<Scope> some, List<Scope> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> one.mayMeet(other)));
    }

    LeaseKeeper keeper() {
        return keeper;
    }
}
