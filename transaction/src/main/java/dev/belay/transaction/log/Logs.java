package dev.belay.transaction.log;

import java.util.List;
import java.util.Optional;

/**
 * The logs of one kind: of transactions, or of workflow runs. It knows nothing of what a record
 * means.
 *
 * <p>Every method throws {@link StoreException} if the store fails.
 */
public interface Logs {

    /**
     * Creates a new log, with its first segment.
     *
     * @param fence of the lease under which the owner writes
     * @throws StoreException also if there is a log of this kind with this id
     */
    TransactionLog create(String id, long fence);

    /**
     * Takes an existing log over: begins a new segment and records how much of the older ones
     * counts.
     *
     * @param fence higher than every fence that wrote before
     * @throws StoreException also if there is no such log or the fence is not higher
     */
    TransactionLog takeOver(String id, long fence);

    /** Opens a log for reading and for its inbox; empty if there is none. */
    Optional<TransactionLog> find(String id);

    /** The ids of all logs of this kind, oldest first. */
    List<String> ids();
}
