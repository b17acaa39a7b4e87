package dev.belay.store.file;

import dev.belay.transaction.log.LeaseBook;
import dev.belay.transaction.log.StoreException;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.snapshot.Digest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";

    private final Path directory;
    private final String host;
    private final Supplier<Instant> realTime;
    private final Consumer<String> notices;
    private final OwnerLocks owners;

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
        this.notices = notices;
        this.owners = new OwnerLocks(directory.resolve("owners"));
    }

    @Override
    public TransactionLog create(String transactionId, long fence) {
        if (!transactionId.matches(ID)) {
            throw new StoreException("'" + transactionId + "' cannot be a transaction's id.");
        }
        Path folder = folder(transactionId);
        return Failures.translate(
                "create the transaction '" + transactionId + "'",
                () -> {
                    if (Files.exists(folder)) {
                        throw new IOException("There is one of this id already.");
                    }
                    Durable.directories(directory.resolve("transactions"));
                    new OrderFile(directory.resolve("transactions")).add(transactionId);
                    Durable.directories(folder);
                    return begin(transactionId, folder, fence);
                });
    }

    @Override
    public TransactionLog takeOver(String transactionId, long fence) {
        Path folder = folder(transactionId);
        return Failures.translate(
                "take the transaction '" + transactionId + "' over",
                () -> {
                    if (!transactionId.matches(ID) || !Files.isDirectory(folder)) {
                        throw new IOException("There is no such transaction.");
                    }
                    long newest = SegmentChain.newest(folder).orElse(0L);
                    if (fence <= newest) {
                        throw new IOException(
                                "It is written under fence " + newest + ", not below " + fence);
                    }
                    return begin(transactionId, folder, fence);
                });
    }

    private TransactionLog begin(String id, Path folder, long fence) throws IOException {
        SegmentHead head = SegmentChain.read(folder).next(fence);
        FileChannel channel = Segment.create(folder, head);
        SegmentHead settled = SegmentChain.settle(folder, head);
        if (!settled.equals(head)) {
            channel.close();
            channel = Segment.replace(folder, settled);
        }
        return FileTransactionLog.owned(id, folder, notices, settled, channel);
    }

    @Override
    public Optional<TransactionLog> find(String transactionId) {
        return transactionId.matches(ID) && Files.isDirectory(folder(transactionId))
                ? Optional.of(
                        FileTransactionLog.readOnly(transactionId, folder(transactionId), notices))
                : Optional.empty();
    }

    @Override
    public List<String> transactions() {
        return Failures.translate(
                "list the transactions",
                () -> new OrderFile(directory.resolve("transactions")).ids());
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

    private Path folder(String id) {
        return directory.resolve("transactions").resolve(id);
    }
}
