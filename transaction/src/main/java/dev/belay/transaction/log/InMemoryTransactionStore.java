package dev.belay.transaction.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A store that lives as long as its object. */
public final class InMemoryTransactionStore implements TransactionStore {

    private final Supplier<Instant> realTime;
    private final InMemoryLogs transactions = new InMemoryLogs();
    private final InMemoryLogs runs = new InMemoryLogs();
    private final Map<String, InMemoryLeaseBook> books = new TreeMap<>();

    /**
     * @param realTime the clock by which leases expire
     */
    public InMemoryTransactionStore(Supplier<Instant> realTime) {
        this.realTime = realTime;
    }

    @Override
    public TransactionLog create(String transactionId, long fence) {
        return transactions.create(transactionId, fence);
    }

    @Override
    public TransactionLog takeOver(String transactionId, long fence) {
        return transactions.takeOver(transactionId, fence);
    }

    @Override
    public Optional<TransactionLog> find(String transactionId) {
        return transactions.find(transactionId);
    }

    @Override
    public List<String> transactions() {
        return transactions.ids();
    }

    @Override
    public Logs runs() {
        return runs;
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
