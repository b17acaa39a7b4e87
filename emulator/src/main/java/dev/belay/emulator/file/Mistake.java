package dev.belay.emulator.file;

import static java.util.Objects.requireNonNull;

import dev.belay.json.SourceMap;

/**
 * Something wrong in a world file.
 *
 * @param at where, in the text as it stands in the file
 * @param message what is wrong and what is expected, for people
 */
public record Mistake(SourceMap.Position at, String message) {

    public Mistake {
        requireNonNull(at);
        requireNonNull(message);
    }

    /** {@code line:column: message}. */
    @Override
    public String toString() {
        return at.line() + ":" + at.column() + ": " + message;
    }
}
