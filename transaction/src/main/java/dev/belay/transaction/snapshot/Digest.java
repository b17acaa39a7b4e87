package dev.belay.transaction.snapshot;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a stored text: {@code sha256-} and 64 lower-case hexadecimal digits of its UTF-8
 * form.
 *
 * @param text as written in logs and as a file name
 */
public record Digest(String text) {

    private static final String PREFIX = "sha256-";

    public Digest {
        if (!text.matches(PREFIX + "[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a digest: '" + text + "'.");
        }
    }

    /** The digest of the given content. */
    public static Digest ofContent(String content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return new Digest(PREFIX + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The digest of a value; the order of members does not count. */
    public static Digest ofValue(Json value) {
        return ofContent(sorted(value).toText());
    }

    private static Json sorted(Json value) {
        return switch (value) {
            case JsonObject object -> {
                var sorted = JsonObject.builder();
                object.members().keySet().stream()
                        .sorted()
                        .forEach(name -> sorted.put(name, object.get(name).map(Digest::sorted)));
                yield sorted.build();
            }
            case JsonArray array -> new JsonArray(array.stream().map(Digest::sorted).toList());
            case Json leaf -> leaf;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
