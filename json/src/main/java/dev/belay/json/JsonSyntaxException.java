package dev.belay.json;

/**
 * A text is no JSON, or larger or deeper than allowed. Its message says what was wrong, without the
 * position.
 */
public final class JsonSyntaxException extends RuntimeException {

    private final int line;
    private final int column;

    public JsonSyntaxException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Line of the first character that cannot be read, from 1. */
    public int line() {
        return line;
    }

    /** Column of the first character that cannot be read, from 1. */
    public int column() {
        return column;
    }
}
