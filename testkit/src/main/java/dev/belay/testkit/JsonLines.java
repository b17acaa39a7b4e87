package dev.belay.testkit;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Files of the form {@code .jsonl.gz}: one JSON object a line, gzipped. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<JsonObject> read(Path file) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(JsonReader.strict()::read)
                    .map(JsonObject.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + file + "'.", e);
        }
    }
}
