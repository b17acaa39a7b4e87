package dev.belay.types.shape;

/**
 * What the specification says of one property. A property without {@link #READ_ONLY} and {@link
 * #WRITE_ONLY} can be read and written.
 */
public enum Flag {
    /** A PUT must carry it. */
    REQUIRED('!'),
    /** Only the server sets it; not repeated on what lies below. */
    READ_ONLY('r'),
    /** A PUT may carry it, no GET shows it. */
    WRITE_ONLY('w'),
    DEPLOY_TIME_CONSTANT('c'),
    IDENTIFIER('i'),
    /** Its value is a secret. */
    SENSITIVE('s');

    private final char letter;

    Flag(char letter) {
        this.letter = letter;
    }

    /** The letter by which the catalog's source writes it. */
    public char letter() {
        return letter;
    }
}
