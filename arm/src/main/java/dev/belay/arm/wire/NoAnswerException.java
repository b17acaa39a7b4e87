package dev.belay.arm.wire;

/**
 * A request was not, or not completely, answered. Whether it had an effect is unknown until read
 * again.
 */
public final class NoAnswerException extends Exception {

    /**
     * @param message what happened, for people, e.g. {@code No connection to
     *     'http://127.0.0.1:8080'.}
     */
    public NoAnswerException(String message) {
        super(message);
    }

    public NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
