package dev.belay.transaction.run;

/** The run was told to stop at once; thrown between acts, caught by {@link Transactions} alone. */
final class StopNowException extends RuntimeException {

    StopNowException() {
        super("Stopped at once, as asked.");
    }
}
