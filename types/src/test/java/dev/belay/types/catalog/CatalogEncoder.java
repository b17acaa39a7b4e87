package dev.belay.types.catalog;

import static dev.belay.types.catalog.SourceCatalog.namespace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;

/** Writes the catalog's resource file, whose form {@link CatalogFile} describes. */
final class CatalogEncoder {

    /** Deflate looks back no farther than this, less a little. */
    private static final int LARGEST_DICTIONARY = 32_000;

    private final SourceCatalog source;
    private final Map<String, SequencedMap<String, JsonObject>> types;
    private final Map<String, SequencedMap<String, JsonObject>> parents;

    CatalogEncoder(SourceCatalog source) {
        this.source = source;
        this.types = grouped(source.types());
        this.parents = grouped(source.parents());
    }

    byte[] encode() {
        var blocks = new TreeMap<String, String>();
        names().forEach(name -> blocks.put(name, block(name)));
        byte[] dictionary = dictionary(blocks);
        var packedBlocks = new ByteArrayOutputStream();
        var providers = new StringBuilder();
        MessageDigest digest = sha256();
        blocks.forEach(
                (name, text) -> {
                    byte[] open = text.getBytes(UTF_8);
                    byte[] packed = deflate(open, dictionary);
                    digest.update(open);
                    packedBlocks.writeBytes(packed);
                    providers.append(provider(name, packed.length, open.length)).append('\n');
                });
        String index =
                HexFormat.of().formatHex(digest.digest())
                        + "\n"
                        + source.source()
                        + "\n"
                        + providers;
        return file(index.getBytes(UTF_8), dictionary, packedBlocks.toByteArray());
    }

    private static byte[] file(byte[] index, byte[] dictionary, byte[] blocks) {
        byte[] packedIndex = deflate(index, new byte[0]);
        byte[] packedDictionary = deflate(dictionary, new byte[0]);
        int size =
                CatalogFile.HEADER + packedIndex.length + packedDictionary.length + blocks.length;
        return ByteBuffer.allocate(size)
                .putInt(CatalogFile.MAGIC)
                .putInt(packedIndex.length)
                .putInt(index.length)
                .putInt(packedDictionary.length)
                .putInt(dictionary.length)
                .put(packedIndex)
                .put(packedDictionary)
                .put(blocks)
                .array();
    }

    private Set<String> names() {
        var names = new TreeSet<>(types.keySet());
        names.addAll(parents.keySet());
        return names;
    }

    /** Lines that several blocks have, those that save most last, where deflate reaches best. */
    private static byte[] dictionary(Map<String, String> blocks) {
        var uses = new HashMap<String, Integer>();
        blocks.values()
                .forEach(
                        block ->
                                new HashSet<>(block.lines().toList())
                                        .forEach(line -> uses.merge(line, 1, Integer::sum)));
        List<String> best =
                uses.entrySet().stream()
                        .filter(use -> use.getValue() > 1)
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<String, Integer> use) ->
                                                        -use.getValue() * use.getKey().length())
                                        .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .toList();
        var lines = new ArrayList<String>();
        int size = 0;
        for (String line : best) {
            int length = line.getBytes(UTF_8).length + 1;
            if (size + length <= LARGEST_DICTIONARY) {
                lines.addFirst(line);
                size += length;
            }
        }
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private String provider(String namespace, int length, int open) {
        var names = new ArrayList<>(of(types, namespace).keySet());
        names.addAll(of(parents, namespace).keySet());
        String spelling = names.getFirst().split("/", 2)[0];
        var line = new StringBuilder(spelling + " " + length + " " + open);
        for (String name : of(types, namespace).keySet()) {
            boolean plain = name.startsWith(spelling + "/");
            line.append(' ').append(plain ? name.substring(spelling.length() + 1) : "/" + name);
        }
        return line.toString();
    }

    private static SequencedMap<String, JsonObject> of(
            Map<String, SequencedMap<String, JsonObject>> groups, String namespace) {
        return new TreeMap<>(groups.getOrDefault(namespace, new TreeMap<>()));
    }

    private static Map<String, SequencedMap<String, JsonObject>> grouped(
            SequencedMap<String, JsonObject> all) {
        var groups = new TreeMap<String, SequencedMap<String, JsonObject>>();
        all.forEach(
                (name, entry) ->
                        groups.computeIfAbsent(namespace(name), _ -> new TreeMap<>())
                                .put(name, entry));
        return groups;
    }

    private String block(String namespace) {
        SequencedMap<String, JsonObject> entries = of(types, namespace);
        SequencedMap<String, JsonObject> actions = of(parents, namespace);
        var numbers = new ShapeNumbers(source.shapes());
        entries.values().forEach(numbers::entry);
        actions.values().forEach(numbers::actions);
        List<Json> shapes = numbers.renumberedShapes();
        var text = new StringBuilder();
        entries.forEach((name, entry) -> line(text, name, numbers.renumberedEntry(entry)));
        text.append('\n');
        actions.forEach((name, of) -> line(text, name, numbers.renumberedActions(of)));
        text.append('\n');
        shapes.forEach(shape -> text.append(shape.toText()).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, JsonObject entry) {
        text.append(name).append(' ').append(entry.toText()).append('\n');
    }

    private static byte[] deflate(byte[] bytes, byte[] dictionary) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
