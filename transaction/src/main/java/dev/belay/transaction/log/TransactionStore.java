package dev.belay.transaction.log;

import java.util.List;
import java.util.Optional;

/**
 * Where transactions are kept. It knows nothing of what a record means. A contract test, {@code
 * TransactionLogContract}, says what every store must do.
 *
 * <p>Every method throws {@link StoreException} if the store fails.
 */
public interface TransactionStore {

    /**
     * Creates the log of a new transaction, with its first segment.
     *
     * @param fence of the lease under which the owner writes
     * @throws StoreException also if there is a transaction of this id
     */
    TransactionLog create(String transactionId, long fence);

    /**
     * Takes an existing log over: begins a new segment and records how much of the older ones
     * counts.
     *
     * @param fence higher than every fence that wrote before
     * @throws StoreException also if there is no such transaction or the fence is not higher
     */
    TransactionLog takeOver(String transactionId, long fence);

    /** Opens a log for reading and for its inbox; empty if there is none. */
    Optional<TransactionLog> find(String transactionId);

    /** The ids of all transactions, oldest first. */
    List<String> transactions();

    /** The logs of workflow runs, kept beside those of transactions under the same contract. */
    Logs runs();

    /** The lease book of a tenant; the same book for everybody who shares the store. */
    LeaseBook leases(String tenant);
}
