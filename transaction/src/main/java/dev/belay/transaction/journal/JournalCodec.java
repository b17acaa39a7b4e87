package dev.belay.transaction.journal;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;

/** Entries as one line of JSON each, format version 1. */
public final class JournalCodec {

    /** The version of the format that {@link #write} makes. */
    public static final int FORMAT_VERSION = 1;

    private JournalCodec() {}

    /** The entry as compact JSON; its member {@code entry} names the kind. */
    public static String write(JournalEntry entry) {
        return JsonWriter.compact(EntryWriter.toJson(entry));
    }

    /**
     * Reads one entry.
     *
     * @throws IllegalStateException if the version is not known or the text is no entry
     */
    public static JournalEntry read(int formatVersion, String text) {
        if (formatVersion != FORMAT_VERSION) {
            throw new IllegalStateException(
                    "Entries of format version "
                            + formatVersion
                            + " are not known to this version of Belay.");
        }
        return EntryReader.of(parse(text));
    }

    private static Json parse(String text) {
        try {
            return JsonReader.strict().read(text);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("An entry of the log is no JSON.", e);
        }
    }
}
