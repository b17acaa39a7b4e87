package dev.belay.transaction.log;

import java.time.Duration;
import java.time.Instant;

class InMemoryTransactionStoreTest extends TransactionLogContract {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InMemoryTransactionStore store = new InMemoryTransactionStore(() -> now);

    @Override
    protected TransactionStore store() {
        return store;
    }

    @Override
    protected void passRealTime(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    protected void ownersDie() {
        store.ownersDied();
    }
}
