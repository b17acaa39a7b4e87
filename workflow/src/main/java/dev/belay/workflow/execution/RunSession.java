package dev.belay.workflow.execution;

import dev.belay.arm.Pause;
import dev.belay.template.value.Value;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.run.HeldTransactions;
import dev.belay.transaction.run.Outside;
import dev.belay.transaction.run.RunLease;
import dev.belay.transaction.run.StopSignal;
import dev.belay.workflow.definition.Values;
import dev.belay.workflow.definition.Workflow;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** One process at work on one run. Parallel steps share it. */
final class RunSession {

    /** How long one looks away while waiting for something outside. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunOutside outside;
    private final Workflow workflow;
    private final RunLog log;
    private final RunLease lease;
    private final Consumer<RunEvent> listener;
    private final Optional<Strategy> undoBy;
    private final HeldTransactions transactions;
    private final RunValues values;
    private final Cancelling cancelling;
    private final Contents contents;

    RunSession(
            RunOutside outside,
            Workflow workflow,
            RunLog log,
            RunLease lease,
            SequencedMap<String, Value> inputs,
            SequencedMap<String, String> texts,
            Optional<Strategy> undoBy,
            Consumer<RunEvent> listener) {
        this.outside = outside;
        this.workflow = workflow;
        this.log = log;
        this.lease = lease;
        this.listener = listener;
        this.undoBy = undoBy;
        this.cancelling = new Cancelling(this, outside.outside().stop());
        this.transactions = new HeldTransactions(stoppedBy(cancelling), lease);
        this.values = new RunValues(workflow, inputs, transactions);
        this.contents =
                outside.contents().of(KeptTexts.over(texts, outside.files()), new KeptPins(log));
    }

    private Outside stoppedBy(StopSignal stop) {
        Outside own = outside.outside();
        return new Outside(
                own.arm(),
                own.origin(),
                own.requestTimeout(),
                own.clock(),
                own.pause(),
                own.entropy(),
                own.fanout(),
                own.store(),
                own.catalog(),
                own.owner(),
                own.leases(),
                stop);
    }

    RunOutside outside() {
        return outside;
    }

    Workflow workflow() {
        return workflow;
    }

    RunLog log() {
        return log;
    }

    RunState state() {
        return log.state();
    }

    RunLease lease() {
        return lease;
    }

    HeldTransactions transactions() {
        return transactions;
    }

    /** How undos are done in place of what the provisioners say. */
    Optional<Strategy> undoBy() {
        return undoBy;
    }

    RunValues memory() {
        return values;
    }

    /** What provisioners deploy, from files as the run found them. */
    Contents contents() {
        return contents;
    }

    /** What expressions see now. */
    Values values() {
        return values.at(log);
    }

    Instant now() {
        return outside.outside().clock().now();
    }

    /** By the monotonic, real clock. */
    Duration monotonic() {
        return outside.outside().clock().monotonic();
    }

    /** Makes an entry durable. */
    void entry(RunEntry entry) {
        lease.ensure();
        log.append(entry);
    }

    void tell(RunEvent event) {
        synchronized (listener) {
            listener.accept(event);
        }
    }

    /** Whether the run is to be cancelled; seen first here, it goes into the log. */
    boolean cancelled() {
        return cancelling.asked() != StopSignal.Asked.NOTHING;
    }

    /**
     * To be called between acts.
     *
     * @throws RunStoppedException if the process is to stop at once
     */
    void checkpoint() {
        if (cancelling.asked() == StopSignal.Asked.STOP_NOW) {
            throw new RunStoppedException();
        }
        lease.ensure();
    }

    /**
     * Lets time pass, in pieces, unless the run is cancelled.
     *
     * @param pause real time, or ARM's
     * @return false if it was cancelled meanwhile
     */
    boolean pause(Duration duration, Pause pause) {
        Duration left = duration;
        while (left.isPositive()) {
            if (cancelled()) {
                checkpoint();
                return false;
            }
            Duration piece = left.compareTo(LOOK) < 0 ? left : LOOK;
            lease.pass(piece, pause);
            left = left.minus(piece);
        }
        checkpoint();
        return !cancelled();
    }

    Pause realTime() {
        return outside.outside().leases().realTime();
    }
}
