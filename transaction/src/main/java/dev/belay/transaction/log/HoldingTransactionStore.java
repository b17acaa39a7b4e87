package dev.belay.transaction.log;

import dev.belay.transaction.snapshot.Digest;

import java.util.List;
import java.util.Optional;

/**
 * A store whose logs hold at one record: for crash tests, wired only under a test property. What
 * holding means is the caller's: block until killed, or throw.
 */
public final class HoldingTransactionStore implements TransactionStore {

    private final TransactionStore store;
    private final HoldPoint point;
    private final Runnable hold;
    private int appended;

    public HoldingTransactionStore(TransactionStore store, HoldPoint point, Runnable hold) {
        this.store = store;
        this.point = point;
        this.hold = hold;
    }

    @Override
    public TransactionLog create(String transactionId, long fence) {
        return new HoldingLog(store.create(transactionId, fence));
    }

    @Override
    public TransactionLog takeOver(String transactionId, long fence) {
        return new HoldingLog(store.takeOver(transactionId, fence));
    }

    @Override
    public Optional<TransactionLog> find(String transactionId) {
        return store.find(transactionId);
    }

    @Override
    public List<String> transactions() {
        return store.transactions();
    }

    @Override
    public Logs runs() {
        return new HoldingLogs(store.runs());
    }

    @Override
    public LeaseBook leases(String tenant) {
        return store.leases(tenant);
    }

    private synchronized int count() {
        appended++;
        return appended;
    }

    /** Logs of another kind, counted together with those of transactions. */
    private final class HoldingLogs implements Logs {

        private final Logs logs;

        HoldingLogs(Logs logs) {
            this.logs = logs;
        }

        @Override
        public TransactionLog create(String id, long fence) {
            return new HoldingLog(logs.create(id, fence));
        }

        @Override
        public TransactionLog takeOver(String id, long fence) {
            return new HoldingLog(logs.takeOver(id, fence));
        }

        @Override
        public Optional<TransactionLog> find(String id) {
            return logs.find(id);
        }

        @Override
        public List<String> ids() {
            return logs.ids();
        }
    }

    /** A log whose appends are counted. */
    private final class HoldingLog implements TransactionLog {

        private final TransactionLog log;

        HoldingLog(TransactionLog log) {
            this.log = log;
        }

        @Override
        public String id() {
            return log.id();
        }

        @Override
        public void append(LogRecord record) {
            boolean here = count() == point.entry();
            if (here && point.side() == HoldPoint.Side.BEFORE) {
                hold.run();
            }
            log.append(record);
            if (here && point.side() == HoldPoint.Side.AFTER) {
                hold.run();
            }
        }

        @Override
        public List<LogRecord> records() {
            return log.records();
        }

        @Override
        public Digest putBlob(String text) {
            return log.putBlob(text);
        }

        @Override
        public Optional<String> blob(Digest digest) {
            return log.blob(digest);
        }

        @Override
        public void post(LogRecord message) {
            log.post(message);
        }

        @Override
        public List<LogRecord> inbox() {
            return log.inbox();
        }
    }
}
