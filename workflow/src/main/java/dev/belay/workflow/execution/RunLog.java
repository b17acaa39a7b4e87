package dev.belay.workflow.execution;

import dev.belay.transaction.log.LogRecord;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.journal.RunCodec;
import dev.belay.workflow.journal.RunEntry;
import dev.belay.workflow.journal.RunState;

import java.util.List;
import java.util.Optional;

/** A run's log and the state that its entries make. An entry is durable before it is applied. */
final class RunLog {

    private final TransactionLog log;
    private volatile RunState state;

    private RunLog(TransactionLog log, RunState state) {
        this.log = log;
        this.state = state;
    }

    static RunLog of(TransactionLog log) {
        RunState state = RunState.NEW_RUN;
        for (LogRecord record : log.records()) {
            state = state.after(RunCodec.read(record.formatVersion(), record.text()));
        }
        return new RunLog(log, state);
    }

    /** Empty if there is none, or nothing of it was kept. */
    static Optional<RunLog> find(TransactionStore store, String run) {
        return store.runs()
                .find(run)
                .map(RunLog::of)
                .filter(log -> log.state().opened().isPresent());
    }

    String id() {
        return log.id();
    }

    RunState state() {
        return state;
    }

    synchronized void append(RunEntry entry) {
        RunState next = state.after(entry);
        log.append(new LogRecord(RunCodec.FORMAT_VERSION, RunCodec.write(entry)));
        state = next;
    }

    Digest keep(String text) {
        return log.putBlob(text);
    }

    Optional<String> blob(Digest digest) {
        return log.blob(digest);
    }

    void post(String message) {
        log.post(new LogRecord(1, message));
    }

    List<String> inbox() {
        return log.inbox().stream().map(LogRecord::text).toList();
    }
}
