package dev.belay.transaction.log;

import dev.belay.transaction.snapshot.Digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One owner's view of a log in memory. */
final class InMemoryTransactionLog implements TransactionLog {

    private static final long READ_ONLY = -1;

    private final Kept kept;
    private final long fence;

    private InMemoryTransactionLog(Kept kept, long fence) {
        this.kept = kept;
        this.fence = fence;
    }

    @Override
    public String id() {
        return kept.id;
    }

    @Override
    public void append(LogRecord record) {
        kept.append(fence, record);
    }

    @Override
    public List<LogRecord> records() {
        return kept.copy(kept.records);
    }

    @Override
    public Digest putBlob(String text) {
        return kept.put(text);
    }

    @Override
    public Optional<String> blob(Digest digest) {
        return kept.get(digest);
    }

    @Override
    public void post(LogRecord message) {
        kept.post(message);
    }

    @Override
    public List<LogRecord> inbox() {
        return kept.copy(kept.inbox);
    }

    /** What is kept of one transaction; one for all its views. */
    static final class Kept {

        private final String id;
        private final List<LogRecord> records = new ArrayList<>();
        private final List<LogRecord> inbox = new ArrayList<>();
        private final Map<Digest, String> blobs = new LinkedHashMap<>();
        private long fence;

        Kept(String id) {
            this.id = id;
        }

        synchronized TransactionLog segment(long newFence) {
            if (newFence <= fence) {
                throw new StoreException(
                        "The log of '" + id + "' is held under fence " + fence + ", not below.");
            }
            fence = newFence;
            return new InMemoryTransactionLog(this, newFence);
        }

        TransactionLog readOnly() {
            return new InMemoryTransactionLog(this, READ_ONLY);
        }

        private synchronized void append(long writer, LogRecord record) {
            if (writer != fence) {
                throw new StoreException(
                        "The log of '"
                                + id
                                + "' is written under fence "
                                + fence
                                + " now, not under "
                                + writer
                                + ".");
            }
            records.add(record);
        }

        private synchronized Digest put(String text) {
            Digest digest = Digest.ofContent(text);
            blobs.put(digest, text);
            return digest;
        }

        private synchronized Optional<String> get(Digest digest) {
            return Optional.ofNullable(blobs.get(digest));
        }

        private synchronized void post(LogRecord message) {
            inbox.add(message);
        }

        private synchronized List<LogRecord> copy(List<LogRecord> list) {
            return List.copyOf(list);
        }
    }
}
