package dev.belay.transaction.run;

import dev.belay.transaction.journal.JournalCodec;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.TransactionState;
import dev.belay.transaction.log.LogRecord;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Export;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A log and the state that its entries make. An entry is durable before it is applied. */
final class RunJournal {

    private final TransactionLog log;
    private TransactionState state;
    private Optional<Snapshot> before = Optional.empty();

    private RunJournal(TransactionLog log, TransactionState state) {
        this.log = log;
        this.state = state;
    }

    /** Replays a log once; from then on entries are applied one by one. */
    static RunJournal of(TransactionLog log) {
        TransactionState state = TransactionState.NEW_TRANSACTION;
        for (LogRecord record : log.records()) {
            state = state.after(JournalCodec.read(record.formatVersion(), record.text()));
        }
        return new RunJournal(log, state);
    }

    TransactionState state() {
        return state;
    }

    TransactionLog log() {
        return log;
    }

    void append(JournalEntry entry) {
        TransactionState next = state.after(entry);
        log.append(new LogRecord(JournalCodec.FORMAT_VERSION, JournalCodec.write(entry)));
        state = next;
    }

    /** The outputs that hold nothing secret. */
    Optional<Set<String>> openOutputs() {
        return state.opened().map(opened -> new LinkedHashSet<>(opened.openOutputs()));
    }

    Digest keep(String blob) {
        return log.putBlob(blob);
    }

    /** The snapshot; read once, for a log never has another. */
    Snapshot before() {
        Snapshot read =
                before.orElseGet(
                        () -> Snapshot.read(blob(state.snapshot().orElseThrow().snapshot())));
        before = Optional.of(read);
        return read;
    }

    Snapshot after() {
        return Snapshot.read(blob(state.after().orElseThrow().after()));
    }

    /** The capture at the end of the undo; without one the state right after the deployment. */
    Snapshot last() {
        return switch (state.last().orElseThrow()) {
            case JournalEntry.RolledBack end -> Snapshot.read(blob(end.capture()));
            case JournalEntry.RolledBackExcept end -> Snapshot.read(blob(end.capture()));
            case JournalEntry _ -> after();
        };
    }

    Sent sent() {
        return Sent.read(blob(state.snapshot().orElseThrow().sent()));
    }

    /** The template exported before; empty but for the strategy {@code complete}. */
    Optional<Export> export() {
        return state.snapshot()
                .flatMap(JournalEntry.SnapshotTaken::export)
                .map(digest -> Export.read(blob(digest)));
    }

    private String blob(Digest digest) {
        return log.blob(digest)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The store of '" + log.id() + "' lacks " + digest + "."));
    }
}
