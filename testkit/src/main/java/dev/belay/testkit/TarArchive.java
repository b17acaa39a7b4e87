package dev.belay.testkit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.GZIPInputStream;

/**
 * A {@code .tar.gz} of text files, read whole: POSIX (ustar, pax) and GNU long names; folders and
 * links are skipped.
 *
 * @param files path inside the archive, without a leading {@code ./}, to content; in archive order
 */
public record TarArchive(SequencedMap<String, byte[]> files) {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE = 12;
    private static final int KIND_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;

    public TarArchive {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /**
     * @throws UncheckedIOException if the file cannot be read or is no such archive
     */
    public static TarArchive read(Path file) {
        try (var stream = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            return new TarArchive(entries(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the archive '" + file + "'.", e);
        }
    }

    /**
     * The file as UTF-8 text, a byte-order mark included.
     *
     * @throws IllegalArgumentException if there is none of that path
     */
    public String text(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException("No file '" + path + "' in the archive.");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static SequencedMap<String, byte[]> entries(InputStream stream) throws IOException {
        var found = new LinkedHashMap<String, byte[]>();
        String longName = "";
        byte[] header = stream.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            byte[] content = content(stream, Integer.parseInt(field(header, SIZE_AT, SIZE), 8));
            switch (header[KIND_AT]) {
                case 'L' -> longName = trimmed(content);
                case 'x' -> longName = paxPath(content, longName);
                case '0', 0 -> {
                    found.put(cleaned(longName.isEmpty() ? name(header) : longName), content);
                    longName = "";
                }
                default -> longName = "";
            }
            header = stream.readNBytes(BLOCK);
        }
        return found;
    }

    private static byte[] content(InputStream stream, int size) throws IOException {
        byte[] content = stream.readNBytes(size);
        if (content.length < size) {
            throw new EOFException("The archive ends inside a file.");
        }
        stream.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private static String name(byte[] header) {
        String prefix = field(header, PREFIX_AT, PREFIX);
        String name = field(header, 0, NAME);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String cleaned(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** A pax record is {@code LENGTH KEY=VALUE\n}. */
    private static String paxPath(byte[] content, String otherwise) {
        for (String line : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            int key = line.indexOf(' ') + 1;
            if (line.startsWith("path=", key)) {
                return line.substring(key + "path=".length());
            }
        }
        return otherwise;
    }

    private static String field(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8).trim();
    }

    private static String trimmed(byte[] content) {
        return field(content, 0, content.length);
    }
}
