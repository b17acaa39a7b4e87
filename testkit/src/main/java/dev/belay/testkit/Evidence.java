package dev.belay.testkit;

import java.util.Locale;

/**
 * Where an expectation about Azure comes from, written {@code KIND SOURCE}, e.g. {@code documented
 * https://learn.microsoft.com/…}.
 *
 * @param source a recording, a test of the engine, a page, or the reasoning; may be empty only for
 *     what is inferred
 */
public record Evidence(Kind kind, String source) {

    /** How much an expectation is worth, best first. */
    public enum Kind {
        /** Real Azure answered so. */
        RECORDED,
        /** Microsoft's own engine computes so. */
        ENGINE,
        /** Microsoft's documentation says so. */
        DOCUMENTED,
        /** Concluded by us. */
        INFERRED
    }

    public Evidence {
        source = source.strip();
        if (source.isEmpty() && kind != Kind.INFERRED) {
            throw new IllegalArgumentException(
                    "The evidence '" + kind + "' names no source; only 'inferred' may.");
        }
    }

    /**
     * Reads {@code KIND SOURCE}.
     *
     * @throws IllegalArgumentException if the first word is none of the four kinds, or the source
     *     is missing
     */
    public static Evidence parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(words[0])) {
                return new Evidence(kind, words.length > 1 ? words[1] : "");
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + words[0]
                        + "' is no evidence; write recorded, engine, documented or inferred,"
                        + " then the source.");
    }
}
