package dev.belay.workflow.journal;

import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;

/** Entries of runs as one line of JSON each, format version 1. */
public final class RunCodec {

    /** The version of the format that {@link #write} makes. */
    public static final int FORMAT_VERSION = 1;

    private RunCodec() {}

    /** The entry as compact JSON; its member {@code entry} names the kind. */
    public static String write(RunEntry entry) {
        return JsonWriter.compact(RunEntryWriter.toJson(entry));
    }

    /**
     * Reads one entry.
     *
     * @throws IllegalStateException if the version is not known or the text is no entry
     */
    public static RunEntry read(int formatVersion, String text) {
        if (formatVersion != FORMAT_VERSION) {
            throw new IllegalStateException(
                    "Entries of runs of format version "
                            + formatVersion
                            + " are not known to this version of Belay.");
        }
        return RunEntryReader.of(parse(text));
    }

    private static Json parse(String text) {
        try {
            return JsonReader.strict().read(text);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("An entry of a run's log is no JSON.", e);
        }
    }
}
