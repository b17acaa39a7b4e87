package dev.belay.transaction.log;

/**
 * The store could not do what it was asked to: a full disk, a corrupt record, a log taken over by
 * another owner. The transaction stops at once; what was durable stays and can be resumed.
 */
public final class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
