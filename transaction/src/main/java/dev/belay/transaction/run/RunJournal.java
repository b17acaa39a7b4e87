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

import java.util.Optional;

/** A log and the state that its entries make. An entry is durable before it is applied. */
final class RunJournal {

    private final TransactionLog log;
    private TransactionState state;

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

    Digest keep(String blob) {
        return log.putBlob(blob);
    }

    Snapshot before() {
        return Snapshot.read(blob(state.snapshot().orElseThrow().snapshot()));
    }

    Snapshot after() {
        return Snapshot.read(blob(state.after().orElseThrow().after()));
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
