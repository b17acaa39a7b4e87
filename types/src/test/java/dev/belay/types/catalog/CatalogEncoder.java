package dev.belay.types.catalog;

import static dev.belay.types.catalog.SourceCatalog.namespace;
import static dev.belay.types.catalog.SourceCatalog.number;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;

/** Writes the catalog's resource file, whose form {@link CatalogFile} describes. */
final class CatalogEncoder {

    private final SourceCatalog source;

    CatalogEncoder(SourceCatalog source) {
        this.source = source;
    }

    byte[] encode() {
        var names = new TreeSet<String>();
        source.types().keySet().forEach(name -> names.add(namespace(name)));
        source.parents().keySet().forEach(name -> names.add(namespace(name)));
        var blocks = new ByteArrayOutputStream();
        var digest = sha256();
        var entries = new ArrayList<Json>();
        for (String name : names) {
            byte[] open = block(name);
            byte[] packed = deflate(open);
            digest.update(open);
            blocks.writeBytes(packed);
            entries.add(entry(name, packed.length, open.length));
        }
        JsonObject index =
                JsonObject.builder()
                        .put("digest", HexFormat.of().formatHex(digest.digest()))
                        .put("source", source.source())
                        .put("namespaces", new JsonArray(entries))
                        .build();
        var packer = new Packer().count(index);
        var open = new ByteArrayOutputStream();
        packer.strings(open);
        packer.write(index, open);
        byte[] packed = deflate(open.toByteArray());
        return ByteBuffer.allocate(12 + packed.length + blocks.size())
                .putInt(CatalogFile.MAGIC)
                .putInt(packed.length)
                .putInt(open.size())
                .put(packed)
                .put(blocks.toByteArray())
                .array();
    }

    private JsonObject entry(String namespace, int length, int open) {
        var names = new ArrayList<>(of(source.types(), namespace).keySet());
        names.addAll(of(source.parents(), namespace).keySet());
        String spelling = names.getFirst().split("/", 2)[0];
        List<Json> types =
                of(source.types(), namespace).keySet().stream()
                        .<Json>map(name -> Json.of(spelled(name, spelling)))
                        .toList();
        return JsonObject.builder()
                .put("name", spelling)
                .put("length", length)
                .put("open", open)
                .put("types", new JsonArray(types))
                .build();
    }

    private static String spelled(String name, String spelling) {
        return name.startsWith(spelling + "/") ? name.substring(spelling.length() + 1) : "/" + name;
    }

    private static SequencedMap<String, JsonObject> of(
            SequencedMap<String, JsonObject> all, String namespace) {
        var some = new TreeMap<String, JsonObject>();
        all.forEach(
                (name, entry) -> {
                    if (namespace(name).equals(namespace)) {
                        some.put(name, entry);
                    }
                });
        return some;
    }

    private byte[] block(String namespace) {
        SequencedMap<String, JsonObject> types = of(source.types(), namespace);
        SequencedMap<String, JsonObject> parents = of(source.parents(), namespace);
        var numbers = new ShapeNumbers(source.shapes());
        types.values().forEach(numbers::entry);
        parents.values().forEach(numbers::actions);
        types.replaceAll((_, entry) -> numbers.renumberedEntry(entry));
        parents.replaceAll((_, actions) -> numbers.renumberedActions(actions));
        List<Json> shapes = numbers.renumberedShapes();
        var packer = new Packer();
        types.forEach((name, entry) -> packer.use(name).count(entry));
        parents.forEach((name, entry) -> packer.use(name).count(entry));
        shapes.forEach(packer::count);
        var out = new ByteArrayOutputStream();
        packer.strings(out);
        var payload = new ByteArrayOutputStream();
        named(types, packer, out, payload);
        named(parents, packer, out, payload);
        Packer.number(shapes.size(), out);
        for (Json shape : shapes) {
            byte[] bytes = packer.bytes(shape);
            Packer.number(bytes.length, out);
            payload.writeBytes(bytes);
        }
        out.writeBytes(payload.toByteArray());
        return out.toByteArray();
    }

    private static void named(
            SequencedMap<String, JsonObject> entries,
            Packer packer,
            ByteArrayOutputStream out,
            ByteArrayOutputStream payload) {
        Packer.number(entries.size(), out);
        entries.forEach(
                (name, entry) -> {
                    byte[] bytes = packer.bytes(entry);
                    packer.index(name, out);
                    Packer.number(bytes.length, out);
                    payload.writeBytes(bytes);
                });
    }

    private static byte[] deflate(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
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

    static int shapeNumber(Json reference) {
        return reference instanceof JsonArray pair ? number(pair.get(0)) : number(reference);
    }
}
