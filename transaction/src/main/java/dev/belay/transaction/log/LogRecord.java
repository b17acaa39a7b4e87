package dev.belay.transaction.log;

import static java.util.Objects.requireNonNull;

/**
 * One record of a log: opaque to the store, which adds its own checksum.
 *
 * @param formatVersion the version of the text's format, 1 or higher
 * @param text one line of text without line breaks
 */
public record LogRecord(int formatVersion, String text) {

    public LogRecord {
        requireNonNull(text);
        if (formatVersion < 1) {
            throw new IllegalArgumentException("Not a format version: " + formatVersion + ".");
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A record is one line of text.");
        }
    }
}
