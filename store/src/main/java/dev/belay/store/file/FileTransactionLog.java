package dev.belay.store.file;

import dev.belay.transaction.log.LogRecord;
import dev.belay.transaction.log.StoreException;
import dev.belay.transaction.log.TransactionLog;
import dev.belay.transaction.snapshot.Digest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One owner's, or a reader's, view of a log on disk. */
final class FileTransactionLog implements TransactionLog {

    private final String id;
    private final Path directory;
    private final Consumer<String> notices;
    private final Optional<Writer> writer;

    /** The end of this owner's segment. */
    private static final class Writer {
        private final long fence;
        private final FileChannel channel;
        private long index;
        private boolean broken;

        Writer(SegmentHead head, FileChannel channel) {
            this.fence = head.fence();
            this.channel = channel;
            this.index = head.index();
        }
    }

    private FileTransactionLog(
            String id, Path directory, Consumer<String> notices, Optional<Writer> writer) {
        this.id = id;
        this.directory = directory;
        this.notices = notices;
        this.writer = writer;
    }

    static FileTransactionLog readOnly(String id, Path directory, Consumer<String> notices) {
        return new FileTransactionLog(id, directory, notices, Optional.empty());
    }

    static FileTransactionLog owned(
            String id,
            Path directory,
            Consumer<String> notices,
            SegmentHead head,
            FileChannel channel) {
        return new FileTransactionLog(
                id, directory, notices, Optional.of(new Writer(head, channel)));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void append(LogRecord record) {
        Writer own =
                writer.orElseThrow(
                        () -> new StoreException("The log of '" + id + "' is open for reading."));
        synchronized (own) {
            Failures.translate(
                    "append to the log in '" + directory + "'", () -> append(own, record));
        }
    }

    private boolean append(Writer own, LogRecord record) throws IOException {
        if (own.broken) {
            throw new IOException("An earlier record could not be written.");
        }
        stillOurs(own);
        own.broken = true; // what a failed write leaves behind must stay the last thing
        Durable.write(own.channel, Frame.encode(own.fence, own.index, Payload.of(record)));
        own.channel.force(false);
        own.index++;
        own.broken = false;
        stillOurs(own); // taken over meanwhile, the record may not count: nobody may act on it
        return true;
    }

    private void stillOurs(Writer own) throws IOException {
        long newest = SegmentChain.newest(directory).orElse(own.fence);
        if (newest > own.fence) {
            throw new StoreException(
                            "The log of '"
                                    + id
                                    + "' is written under fence "
                                    + newest
                                    + " now, not under "
                                    + own.fence
                                    + ": another process has taken it over, and this one stops"
                                    + " here.")
                    .withAdvice("See what became of it: belay show " + id);
        }
    }

    @Override
    public List<LogRecord> records() {
        return Failures.translate(
                "read the log of '" + id + "'",
                () -> {
                    SegmentChain chain = SegmentChain.read(directory);
                    chain.tornAt()
                            .ifPresent(
                                    place ->
                                            notices.accept(
                                                    "The last record of "
                                                            + place
                                                            + ", was cut off by a crash and does"
                                                            + " not count."));
                    return chain.records();
                });
    }

    @Override
    public Digest putBlob(String text) {
        return Failures.translate("keep a blob in '" + directory + "'", () -> blobs().put(text));
    }

    @Override
    public Optional<String> blob(Digest digest) {
        return Failures.translate("read a blob of '" + id + "'", () -> blobs().get(digest));
    }

    @Override
    public void post(LogRecord message) {
        Failures.translate(
                "post to the inbox of '" + id + "'",
                () -> {
                    new Inbox(directory.resolve("inbox")).post(message);
                    return true;
                });
    }

    @Override
    public List<LogRecord> inbox() {
        return Failures.translate(
                "read the inbox of '" + id + "'",
                () -> new Inbox(directory.resolve("inbox")).messages());
    }

    private Blobs blobs() {
        return new Blobs(directory.resolve("blobs"));
    }
}
