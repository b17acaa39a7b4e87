package dev.belay.store.file;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonWriter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A lease book's whole content: one line, a checksum (8 hexadecimal digits, CRC32C of the rest) and
 * a JSON object.
 *
 * @param lastFence the highest fence ever granted
 * @param leases in the order of granting
 */
record LeasePage(long lastFence, List<KeptLease> leases) {

    private static final long FORMAT = 1;
    static final LeasePage EMPTY = new LeasePage(0, List.of());

    LeasePage {
        leases = List.copyOf(leases);
    }

    byte[] toBytes() {
        List<Json> kept = leases.stream().<Json>map(KeptLease::toJson).toList();
        String json =
                JsonWriter.compact(
                        JsonObject.builder()
                                .put("formatVersion", Json.of(FORMAT))
                                .put("lastFence", Json.of(lastFence))
                                .put("leases", new JsonArray(kept))
                                .build());
        return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws DamagedException if the bytes are no such page, or one of a newer format
     */
    static LeasePage of(byte[] bytes, Path file) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        if (text.length() < 10 || !checksum(text.substring(9)).equals(text.substring(0, 8))) {
            throw new DamagedException(file, 0, "The lease book does not match its checksum.");
        }
        try {
            Json json = JsonReader.strict().read(text.substring(9));
            long format = number(json, "/formatVersion");
            if (format > FORMAT) {
                throw new DamagedException(
                        file, 0, "The lease book has format " + format + ". Use a newer Belay.");
            }
            List<KeptLease> leases =
                    json.at("/leases").flatMap(Json::asArray).orElseThrow().stream()
                            .map(KeptLease::of)
                            .toList();
            return new LeasePage(number(json, "/lastFence"), leases);
        } catch (RuntimeException notOurs) {
            throw new DamagedException(file, 0, "The lease book cannot be read: " + notOurs);
        }
    }

    static long number(Json json, String pointer) {
        return json.at(pointer)
                .filter(JsonNumber.class::isInstance)
                .flatMap(number -> ((JsonNumber) number).asLong())
                .orElseThrow();
    }

    private static String checksum(String json) {
        var sum = new CRC32C();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        sum.update(bytes, 0, bytes.length);
        return "%08x".formatted(sum.getValue());
    }
}
