package dev.belay.emulator.host;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Records behind one another in a file, each durable before {@link #append} returns.
 *
 * <p>A record is a line: eight hexadecimal digits of CRC-32C over the rest, a space, a JSON object.
 * The first names format and generation. A last line that is incomplete or does not fit its sum was
 * being written when its process died, so nobody was answered: it is cut off. Anywhere else such a
 * line is damage, and nothing is read.
 */
final class ChangeLog implements AutoCloseable {

    static final int FORMAT = 1;
    private static final int SUM_DIGITS = 8;

    private final Path path;
    private final FileChannel channel;
    private long length;

    private ChangeLog(Path path, FileChannel channel, long length) {
        this.path = path;
        this.channel = channel;
        this.length = length;
    }

    /**
     * What a log holds.
     *
     * @param generation of the checkpoint that its records follow
     * @param records without the first
     * @param length in bytes, without what was cut off
     * @param cut how many bytes at its end are no record
     */
    record Content(long generation, List<JsonObject> records, long length, long cut) {
        Content {
            records = List.copyOf(records);
        }
    }

    /**
     * Reads a log; empty if there is none.
     *
     * @throws StateMismatchException if it is damaged, or of a newer format
     */
    static Optional<Content> read(Path path) {
        byte[] bytes;
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The state's changes '" + path + "' cannot be read.", e);
        }
        var records = new ArrayList<JsonObject>();
        int start = 0;
        while (start < bytes.length) {
            int end = end(bytes, start);
            Optional<JsonObject> record = record(bytes, start, end);
            if (record.isEmpty()) {
                if (end + 1 < bytes.length) {
                    throw damaged(path, start);
                }
                break;
            }
            records.add(record.get());
            start = end + 1;
        }
        if (records.isEmpty()) {
            throw damaged(path, 0); // the first line was put there whole
        }
        long generation = generation(path, records.removeFirst());
        return Optional.of(new Content(generation, records, start, bytes.length - start));
    }

    private static int end(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static Optional<JsonObject> record(byte[] bytes, int start, int end) {
        int text = start + SUM_DIGITS + 1;
        if (end == bytes.length || end <= text) {
            return Optional.empty();
        }
        String sum = new String(bytes, start, SUM_DIGITS, StandardCharsets.ISO_8859_1);
        if (!sum.equals(sum(bytes, text, end - text))) {
            return Optional.empty();
        }
        try {
            String json = new String(bytes, text, end - text, StandardCharsets.UTF_8);
            return JsonReader.strict().read(json).asObject();
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static String sum(byte[] bytes, int offset, int length) {
        var sum = new CRC32C();
        sum.update(bytes, offset, length);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static long generation(Path path, JsonObject first) {
        long format = first.textAt("/changesFormat").map(Long::parseLong).orElse(0L);
        if (format != FORMAT) {
            throw new StateMismatchException(
                    "The state's changes '"
                            + path
                            + "' have format "
                            + format
                            + "; this Belay reads format "
                            + FORMAT
                            + ". Use the Belay that wrote them.");
        }
        return first.textAt("/generation").map(Long::parseLong).orElse(0L);
    }

    private static StateMismatchException damaged(Path path, long offset) {
        return new StateMismatchException(
                "The state's changes '"
                        + path
                        + "' are damaged at byte "
                        + offset
                        + ". Put a copy of the state back, or remove it with its changes to begin"
                        + " anew.");
    }

    /** A log without records, in the place of any that is there. */
    static ChangeLog begin(Path path, long generation) {
        JsonObject first =
                JsonObject.of(
                        "changesFormat", Json.of(Integer.toString(FORMAT)),
                        "generation", Json.of(Long.toString(generation)));
        byte[] line = line(first);
        StateFile.replace(path, line);
        return open(path, line.length);
    }

    /** Goes on with a log that was read. */
    static ChangeLog resume(Path path, Content content) {
        return open(path, content.length());
    }

    private static ChangeLog open(Path path, long length) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.truncate(length);
            channel.position(length);
            return new ChangeLog(path, channel, length);
        } catch (IOException e) {
            throw new UncheckedIOException("The state's changes '" + path + "' cannot be kept.", e);
        }
    }

    private static byte[] line(JsonObject record) {
        byte[] json = record.toText().getBytes(StandardCharsets.UTF_8);
        String text = new String(json, StandardCharsets.UTF_8);
        return (sum(json, 0, json.length) + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes it has. */
    long length() {
        return length;
    }

    /**
     * Adds a record and forces it to the disk. If that fails, what was written of it is taken back.
     *
     * @throws UncheckedIOException if it cannot be written; then the record does not count
     */
    void append(JsonObject record) {
        ByteBuffer buffer = ByteBuffer.wrap(line(record));
        try {
            long written = length;
            while (buffer.hasRemaining()) {
                written += channel.write(buffer, written);
            }
            channel.force(false);
            length = written;
        } catch (IOException e) {
            takeBack();
            throw new UncheckedIOException(
                    "The state's changes '" + path + "' cannot be written: " + e.getMessage(), e);
        }
    }

    private void takeBack() {
        try {
            channel.truncate(length);
        } catch (IOException _) {
            return; // a record that is not whole is cut off when it is read
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + path + "' cannot be closed.", e);
        }
    }
}
