package dev.belay.transaction.log;

import dev.belay.transaction.snapshot.Digest;

import java.util.List;
import java.util.Optional;

/**
 * The log of one transaction, opened by one owner under one fence, or for reading. Records come
 * back in the order of their appending; a record that was appended is durable. The inbox is written
 * by other processes and read by the owner.
 *
 * <p>Every method throws {@link StoreException} if the store fails or what it kept is corrupt.
 */
public interface TransactionLog {

    /** The transaction's id. */
    String id();

    /**
     * Appends one record; durable before it returns.
     *
     * @throws StoreException also if the log was opened for reading only, or a later fence took it
     *     over
     */
    void append(LogRecord record);

    /**
     * Every record of every segment in order. What an owner appended after a later fence had taken
     * the log over is not among them. A last record that was cut by a crash is left out; any other
     * damage throws.
     */
    List<LogRecord> records();

    /**
     * Keeps a text under its digest; durable before it returns. Keeping it twice changes nothing.
     */
    Digest putBlob(String text);

    /** The text of this digest, checked against it; empty if there is none. */
    Optional<String> blob(Digest digest);

    /**
     * Puts a message into the inbox; allowed to everybody, also to those who opened for reading.
     */
    void post(LogRecord message);

    /** Every message of the inbox in the order of posting. */
    List<LogRecord> inbox();
}
