package dev.belay.transaction.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Logs of one kind in memory. */
final class InMemoryLogs implements Logs {

    private final SequencedMap<String, InMemoryTransactionLog.Kept> logs = new LinkedHashMap<>();

    @Override
    public synchronized TransactionLog create(String id, long fence) {
        if (logs.containsKey(id)) {
            throw new StoreException("There is a log '" + id + "' already.");
        }
        var kept = new InMemoryTransactionLog.Kept(id);
        logs.put(id, kept);
        return kept.segment(fence);
    }

    @Override
    public synchronized TransactionLog takeOver(String id, long fence) {
        InMemoryTransactionLog.Kept kept = logs.get(id);
        if (kept == null) {
            throw new StoreException("There is no log '" + id + "'.");
        }
        return kept.segment(fence);
    }

    @Override
    public synchronized Optional<TransactionLog> find(String id) {
        return Optional.ofNullable(logs.get(id)).map(InMemoryTransactionLog.Kept::readOnly);
    }

    @Override
    public synchronized List<String> ids() {
        return List.copyOf(logs.sequencedKeySet());
    }
}
