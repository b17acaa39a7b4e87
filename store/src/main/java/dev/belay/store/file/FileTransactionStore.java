package dev.belay.store.file;

import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.log.Logs;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.snapshot.Digest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Transactions kept in a folder of this machine. Use one object for a folder and process: the
 * system's file locks belong to processes. Reading never makes the folder.
 */
public final class FileTransactionStore implements TransactionStore {

    private final Path directory;
    private final String host;
    private final Supplier<Instant> realTime;
    private final OwnerLocks owners;
    private final FileLogs transactions;
    private final FileLogs runs;

    /**
     * @param directory made when first written to
     * @param host names this machine as it runs now: owners on it are known to live or not by their
     *     locks
     * @param realTime the clock by which leases expire
     * @param notices gets sentences for people about what a crash left behind
     */
    public FileTransactionStore(
            Path directory, String host, Supplier<Instant> realTime, Consumer<String> notices) {
        this.directory = directory;
        this.host = host;
        this.realTime = realTime;
        this.owners = new OwnerLocks(directory.resolve("owners"));
        this.transactions = new FileLogs(directory.resolve("transactions"), "transaction", notices);
        this.runs = new FileLogs(directory.resolve("runs"), "run", notices);
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
    public LeaseBook leases(String tenant) {
        String name =
                tenant.matches("[A-Za-z0-9-]{1,64}") ? tenant : Digest.ofContent(tenant).text();
        return new FileLeaseBook(directory.resolve("leases"), name, host, realTime, owners);
    }

    /** Releases the locks of this process's leases without giving the leases back. */
    void abandonLeases() {
        Failures.translate(
                "release the owner's locks",
                () -> {
                    owners.close();
                    return true;
                });
    }
}
