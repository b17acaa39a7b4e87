package dev.belay.emulator.host;

/** A kept state does not belong to the world file, or cannot be read; nothing was changed. */
public final class StateMismatchException extends RuntimeException {

    public StateMismatchException(String message) {
        super(message);
    }
}
