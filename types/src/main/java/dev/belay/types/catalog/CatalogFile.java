package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
 * index, the index, then one block for each provider. Index and blocks are deflated apart from each
 * other, so that a command that needs one type reads and decodes the index and one block.
 *
 * <p>The index is a packed value with its strings before it: {@code {digest, source, namespaces:
 * [{name, length, open, types: [names without the namespace]}]}}; {@code length} and {@code open}
 * are bytes of the block, compressed and not.
 */
final class CatalogFile {

    static final String RESOURCE = "catalog.bin";
    static final int MAGIC = 0x42544331;
    private static final int HEADER = 12;

    /** Where a provider's block lies, and which types are in it. */
    record Namespace(String name, long offset, int length, int open, List<String> types) {}

    private final Map<String, Namespace> namespaces = new TreeMap<>();
    private final Map<String, CatalogBlock> blocks = new LinkedHashMap<>();
    private final String digest;
    private final String source;
    private long decodedBytes;

    CatalogFile() {
        try (var stream = new DataInputStream(open())) {
            if (stream.readInt() != MAGIC) {
                throw new IllegalStateException(RESOURCE + " is no catalog of this version.");
            }
            int length = stream.readInt();
            byte[] index = inflate(stream, length, stream.readInt());
            var cursor = new PackedCursor(index, 0);
            List<String> strings = cursor.strings();
            JsonObject root = cursor.json(strings).asObject().orElseThrow();
            this.digest = root.textAt("/digest").orElseThrow();
            this.source = root.textAt("/source").orElseThrow();
            readNamespaces(root, HEADER + (long) length);
        } catch (IOException e) {
            throw new UncheckedIOException("The catalog cannot be read.", e);
        }
    }

    private void readNamespaces(JsonObject root, long start) {
        long offset = start;
        for (Json item : (JsonArray) root.get("namespaces").orElseThrow()) {
            JsonObject entry = item.asObject().orElseThrow();
            String name = entry.textAt("/name").orElseThrow();
            int length = integer(entry, "length");
            List<String> types = ShapeDecoder.texts(entry, "types");
            namespaces.put(
                    folded(name),
                    new Namespace(name, offset, length, integer(entry, "open"), types));
            offset += length;
        }
    }

    private static int integer(JsonObject entry, String name) {
        return Math.toIntExact(((JsonNumber) entry.get(name).orElseThrow()).asLong().orElseThrow());
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
            var block = new CatalogBlock(inflate(stream, namespace.length(), namespace.open()));
            blocks.put(namespace.name(), block);
            return block;
        } catch (IOException e) {
            throw new UncheckedIOException("The catalog cannot be read.", e);
        }
    }

    /** How many bytes of index and blocks, counted open, were decompressed so far. */
    synchronized long decodedBytes() {
        return decodedBytes;
    }

    synchronized List<String> decodedNamespaces() {
        return List.copyOf(blocks.keySet());
    }

    private byte[] inflate(DataInputStream stream, int length, int open) throws IOException {
        byte[] packed = stream.readNBytes(length);
        byte[] bytes = new byte[open];
        decodedBytes += open;
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            if (inflater.inflate(bytes) != open) {
                throw new IllegalStateException("A block of the catalog is cut short.");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A block of the catalog is damaged.", e);
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
