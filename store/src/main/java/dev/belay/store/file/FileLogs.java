package dev.belay.store.file;

import dev.belay.transaction.log.Logs;
import dev.belay.transaction.log.StoreException;
import dev.belay.transaction.log.TransactionLog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Logs of one kind, a folder for each. */
final class FileLogs implements Logs {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";

    private final Path directory;
    private final String kind;
    private final Consumer<String> notices;

    /**
     * @param kind what a log is of, for messages
     */
    FileLogs(Path directory, String kind, Consumer<String> notices) {
        this.directory = directory;
        this.kind = kind;
        this.notices = notices;
    }

    @Override
    public TransactionLog create(String id, long fence) {
        if (!id.matches(ID)) {
            throw new StoreException("'" + id + "' cannot be the id of a " + kind + ".");
        }
        Path folder = folder(id);
        return Failures.translate(
                "create the " + kind + " '" + id + "'",
                () -> {
                    if (Files.exists(folder)) {
                        throw new IOException("There is one of this id already.");
                    }
                    Durable.directories(directory);
                    new OrderFile(directory).add(id);
                    Durable.directories(folder);
                    return begin(id, folder, fence);
                });
    }

    @Override
    public TransactionLog takeOver(String id, long fence) {
        Path folder = folder(id);
        return Failures.translate(
                "take the " + kind + " '" + id + "' over",
                () -> {
                    if (!id.matches(ID) || !Files.isDirectory(folder)) {
                        throw new IOException("There is no such " + kind + ".");
                    }
                    long newest = SegmentChain.newest(folder).orElse(0L);
                    if (fence <= newest) {
                        throw new IOException(
                                "It is written under fence " + newest + ", not below " + fence);
                    }
                    return begin(id, folder, fence);
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
    public Optional<TransactionLog> find(String id) {
        return id.matches(ID) && Files.isDirectory(folder(id))
                ? Optional.of(FileTransactionLog.readOnly(id, folder(id), notices))
                : Optional.empty();
    }

    @Override
    public List<String> ids() {
        return Failures.translate("list the " + kind + "s", () -> new OrderFile(directory).ids());
    }

    private Path folder(String id) {
        return directory.resolve(id);
    }
}
