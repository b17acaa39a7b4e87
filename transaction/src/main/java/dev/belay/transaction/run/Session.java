package dev.belay.transaction.run;

import dev.belay.client.call.ArmClient;
import dev.belay.transaction.capture.ResourceReader;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.TransactionState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One process at work on one transaction.
 *
 * @param client made for this session
 * @param openOutputs the outputs that hold nothing secret; empty: not known, so none is shown
 * @param timeout the longest wait for ARM to come to rest
 */
record Session(
        Outside outside,
        ArmClient client,
        TypeKnowledge knowledge,
        RunJournal journal,
        LeaseKeeper lease,
        Consumer<TransactionEvent> listener,
        Redaction redaction,
        Optional<Set<String>> openOutputs,
        Duration timeout) {

    /** The same for another listener, with another patience. */
    Session with(Consumer<TransactionEvent> newListener, Duration newTimeout) {
        return new Session(
                outside,
                client,
                knowledge,
                journal,
                lease,
                newListener,
                redaction,
                openOutputs,
                newTimeout);
    }

    TransactionState state() {
        return journal.state();
    }

    Instant now() {
        return outside.clock().now();
    }

    ResourceReader reader() {
        return new ResourceReader(client, outside.fanout(), outside.clock());
    }

    /** Makes an entry durable. */
    void entry(JournalEntry entry) {
        lease.ensure();
        journal.append(entry);
    }

    void tell(TransactionEvent event) {
        listener.accept(event);
    }

    /** Stops if asked to stop at once; to be called between acts. */
    void checkpoint() {
        if (outside.stop().asked() == StopSignal.Asked.STOP_NOW) {
            throw new StopNowException();
        }
        lease.ensure();
    }

    /** Lets time pass; it is over as soon as somebody asks for a stop for the first time. */
    void pause(Duration duration) {
        pause(duration, outside.stop().asked() == StopSignal.Asked.NOTHING);
    }

    /**
     * The same.
     *
     * @param undisturbed whether nothing was done yet about a stop that may have been asked for
     */
    void pause(Duration duration, boolean undisturbed) {
        checkpoint();
        BooleanSupplier over =
                () -> undisturbed && outside.stop().asked() != StopSignal.Asked.NOTHING;
        lease.pass(
                duration,
                piece -> {
                    if (!over.getAsBoolean()) {
                        outside.pause().pauseUntil(over, piece);
                    }
                    checkpoint();
                });
        checkpoint();
    }

    /** Whether a person wants it cancelled: by a signal, or through the inbox. */
    Optional<String> cancelAsked() {
        if (outside.stop().asked() != StopSignal.Asked.NOTHING) {
            return Optional.of("signal");
        }
        return journal.log().inbox().stream()
                .filter(message -> message.text().contains("CancelRequested"))
                .findFirst()
                .map(_ -> "inbox");
    }
}
