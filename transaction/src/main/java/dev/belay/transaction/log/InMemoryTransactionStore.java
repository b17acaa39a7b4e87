package dev.belay.transaction.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A store that lives as long as its object. */
public final class InMemoryTransactionStore implements TransactionStore {

    private final Supplier<Instant> realTime;
    private final SequencedMap<String, InMemoryTransactionLog.Kept> logs = new LinkedHashMap<>();
    private final Map<String, InMemoryLeaseBook> books = new TreeMap<>();

    /**
     * @param realTime the clock by which leases expire
     */
    public InMemoryTransactionStore(Supplier<Instant> realTime) {
        this.realTime = realTime;
    }

    @Override
    public synchronized TransactionLog create(String transactionId, long fence) {
        if (logs.containsKey(transactionId)) {
            throw new StoreException("There is a transaction '" + transactionId + "' already.");
        }
        var kept = new InMemoryTransactionLog.Kept(transactionId);
        logs.put(transactionId, kept);
        return kept.segment(fence);
    }

    @Override
    public synchronized TransactionLog takeOver(String transactionId, long fence) {
        InMemoryTransactionLog.Kept kept = logs.get(transactionId);
        if (kept == null) {
            throw new StoreException("There is no transaction '" + transactionId + "'.");
        }
        return kept.segment(fence);
    }

    @Override
    public synchronized Optional<TransactionLog> find(String transactionId) {
        return Optional.ofNullable(logs.get(transactionId))
                .map(InMemoryTransactionLog.Kept::readOnly);
    }

    @Override
    public synchronized List<String> transactions() {
        return List.copyOf(logs.sequencedKeySet());
    }

    @Override
    public synchronized LeaseBook leases(String tenant) {
        return books.computeIfAbsent(tenant, _ -> new InMemoryLeaseBook(realTime));
    }

    /** Treats every owner as dead, as a store on disk does when the owners' process has ended. */
    public synchronized void ownersDied() {
        books.values().forEach(InMemoryLeaseBook::ownersDied);
    }
}
