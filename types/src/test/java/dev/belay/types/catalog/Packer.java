package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the values that {@link PackedCursor} reads. The strings of all values are counted first,
 * so that frequent ones get short indexes; equal counts go in the order of the strings.
 */
final class Packer {

    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    Packer count(Json value) {
        switch (value) {
            case JsonString(var text) -> use(text);
            case JsonNumber number when !isCount(number) -> use(number.lexeme());
            case JsonArray array -> array.forEach(this::count);
            case JsonObject object ->
                    object.members()
                            .forEach(
                                    (name, inner) -> {
                                        use(name);
                                        count(inner);
                                    });
            case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
        return this;
    }

    Packer use(String text) {
        uses.merge(text, 1, Integer::sum);
        return this;
    }

    /** Writes the list of strings; nothing can be counted afterwards. */
    void strings(ByteArrayOutputStream out) {
        List<String> strings =
                uses.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                                (Map.Entry<String, Integer> e) -> -e.getValue())
                                        .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .toList();
        number(strings.size(), out);
        for (String text : strings) {
            indexes.put(text, indexes.size());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length, out);
            out.writeBytes(bytes);
        }
    }

    void index(String text, ByteArrayOutputStream out) {
        Integer index = indexes.get(text);
        if (index == null) {
            throw new IllegalStateException("Not counted: '" + text + "'.");
        }
        number(index, out);
    }

    byte[] bytes(Json value) {
        var out = new ByteArrayOutputStream();
        write(value, out);
        return out.toByteArray();
    }

    void write(Json value, ByteArrayOutputStream out) {
        switch (value) {
            case JsonNull _ -> out.write(0);
            case JsonBoolean truth -> out.write(truth.truth() ? 2 : 1);
            case JsonNumber number when isCount(number) -> {
                out.write(3);
                number(Math.toIntExact(number.asLong().orElseThrow()), out);
            }
            case JsonNumber number -> {
                out.write(4);
                index(number.lexeme(), out);
            }
            case JsonString(var text) -> {
                out.write(5);
                index(text, out);
            }
            case JsonArray array -> {
                out.write(6);
                number(array.size(), out);
                array.forEach(item -> write(item, out));
            }
            case JsonObject object -> {
                out.write(7);
                number(object.size(), out);
                object.members()
                        .forEach(
                                (name, inner) -> {
                                    index(name, out);
                                    write(inner, out);
                                });
            }
        }
    }

    private static boolean isCount(JsonNumber number) {
        return number.asLong().filter(n -> n >= 0 && n <= Integer.MAX_VALUE).isPresent();
    }

    static void number(int value, ByteArrayOutputStream out) {
        int left = value;
        while (left > 0x7f) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
