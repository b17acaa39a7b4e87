package dev.belay.types.catalog;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The catalog's resource file: four bytes {@code BTC1}, the compressed and the open length of the
 * index and of the dictionary (four bytes each), index, dictionary, then one block for each
 * provider. All parts are deflated apart from each other, the blocks with the dictionary preset; so
 * a command that needs one type reads and decodes the index, the dictionary and one block.
 *
 * <p>The index is text: a line with the digest, one with the source, then one for each provider:
 * name, length of the block, its open length, and the names of its types without the provider,
 * parted by blanks.
 */
final class CatalogFile {

    static final String RESOURCE = "catalog.bin";
    static final int MAGIC = 0x42544331;
    static final int HEADER = 20;

    /** Where a provider's block lies, and which types are in it. */
    record Namespace(String name, long offset, int length, int open, List<String> types) {}

    private final Map<String, Namespace> namespaces = new TreeMap<>();
    private final Map<String, CatalogBlock> blocks = new LinkedHashMap<>();
    private final byte[] dictionary;
    private final String digest;
    private final String source;
    private long decodedBytes;

    CatalogFile() {
        try (var stream = new DataInputStream(open())) {
            if (stream.readInt() != MAGIC) {
                throw new IllegalStateException(RESOURCE + " is no catalog of this version.");
            }
            int indexLength = stream.readInt();
            int indexOpen = stream.readInt();
            int dictionaryLength = stream.readInt();
            int dictionaryOpen = stream.readInt();
            byte[] index = inflate(stream, indexLength, indexOpen, new byte[0]);
            this.dictionary = inflate(stream, dictionaryLength, dictionaryOpen, new byte[0]);
            List<String> lines = new String(index, StandardCharsets.UTF_8).lines().toList();
            this.digest = lines.get(0);
            this.source = lines.get(1);
            readNamespaces(lines.subList(2, lines.size()), indexLength + dictionaryLength);
        } catch (IOException e) {
            throw new UncheckedIOException("The catalog cannot be read.", e);
        }
    }

    private void readNamespaces(List<String> lines, int start) {
        long offset = HEADER + (long) start;
        for (String line : lines) {
            List<String> words = List.of(line.split(" ", -1));
            int length = Integer.parseInt(words.get(1));
            int open = Integer.parseInt(words.get(2));
            String name = words.getFirst();
            namespaces.put(
                    folded(name),
                    new Namespace(name, offset, length, open, words.subList(3, words.size())));
            offset += length;
        }
    }

    String digest() {
        return digest;
    }

    String source() {
        return source;
    }

    /** All providers in the order of their folded names. */
    List<Namespace> namespaces() {
        return List.copyOf(namespaces.values());
    }

    Optional<Namespace> namespace(String name) {
        return Optional.ofNullable(namespaces.get(folded(name)));
    }

    synchronized CatalogBlock block(Namespace namespace) {
        CatalogBlock known = blocks.get(namespace.name());
        if (known != null) {
            return known;
        }
        try (var stream = new DataInputStream(open())) {
            stream.skipNBytes(namespace.offset());
            byte[] bytes = inflate(stream, namespace.length(), namespace.open(), dictionary);
            var block = new CatalogBlock(new String(bytes, StandardCharsets.UTF_8));
            blocks.put(namespace.name(), block);
            return block;
        } catch (IOException e) {
            throw new UncheckedIOException("The catalog cannot be read.", e);
        }
    }

    /** How many bytes of all parts, counted open, were decompressed so far. */
    synchronized long decodedBytes() {
        return decodedBytes;
    }

    synchronized List<String> decodedNamespaces() {
        return List.copyOf(blocks.keySet());
    }

    private byte[] inflate(DataInputStream stream, int length, int open, byte[] preset)
            throws IOException {
        byte[] packed = stream.readNBytes(length);
        byte[] bytes = new byte[open];
        decodedBytes += open;
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            int written = inflater.inflate(bytes);
            if (inflater.needsDictionary()) {
                inflater.setDictionary(preset);
                written = inflater.inflate(bytes);
            }
            if (written != open) {
                throw new IllegalStateException("A part of the catalog is cut short.");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A part of the catalog is damaged.", e);
        }
    }

    private static InputStream open() {
        InputStream stream = CatalogFile.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("The catalog's file is not on the class path.");
        }
        return stream;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
