package dev.belay.transaction.log;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The store could not do what it was asked to: a full disk, a corrupt record, a log taken over by
 * another owner. The transaction stops at once; what was durable stays and can be resumed.
 */
public final class StoreException extends RuntimeException {

    private final @Nullable String advice;

    public StoreException(String message) {
        super(message);
        this.advice = null;
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
        this.advice = null;
    }

    private StoreException(StoreException of, String advice) {
        super(of.getMessage(), of);
        this.advice = advice;
    }

    /** What to do about it, whole sentences; empty where only those who asked can tell. */
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /** The same with advice, unless it has some. */
    public StoreException withAdvice(String sentences) {
        return advice == null ? new StoreException(this, sentences) : this;
    }
}
