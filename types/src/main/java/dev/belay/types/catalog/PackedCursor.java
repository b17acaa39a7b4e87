package dev.belay.types.catalog;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads packed values from bytes, front to back.
 *
 * <p>A count is written in groups of seven bits, lowest first, the top bit saying that more follow.
 * A JSON value is a tag byte and what the tag needs: {@code 0} null, {@code 1} false, {@code 2}
 * true, {@code 3} a count, {@code 4} a number as the index of its lexeme, {@code 5} the index of a
 * string, {@code 6} how many items and the items, {@code 7} how many members and for each the index
 * of its name and its value. Indexes lead into a list of strings kept beside the value.
 */
final class PackedCursor {

    private final byte[] bytes;
    private int position;

    PackedCursor(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    int count() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int group = bytes[position++];
            value |= (group & 0x7f) << shift;
            if (group >= 0) {
                return value;
            }
        }
    }

    /** How many strings, then each as its length in bytes and its UTF-8. */
    List<String> strings() {
        int many = count();
        var strings = new ArrayList<String>(many);
        for (int i = 0; i < many; i++) {
            int length = count();
            strings.add(new String(bytes, position, length, StandardCharsets.UTF_8));
            position += length;
        }
        return strings;
    }

    Json json(List<String> strings) {
        int tag = bytes[position++];
        return switch (tag) {
            case 0 -> Json.nullValue();
            case 1 -> Json.of(false);
            case 2 -> Json.of(true);
            case 3 -> Json.of(count());
            case 4 -> new JsonNumber(strings.get(count()));
            case 5 -> Json.of(strings.get(count()));
            case 6 -> array(strings);
            case 7 -> object(strings);
            default ->
                    throw new IllegalStateException(
                            "The catalog has the unknown tag " + tag + " before " + position + ".");
        };
    }

    private JsonArray array(List<String> strings) {
        int many = count();
        var items = new ArrayList<Json>(many);
        for (int i = 0; i < many; i++) {
            items.add(json(strings));
        }
        return new JsonArray(items);
    }

    private JsonObject object(List<String> strings) {
        int many = count();
        var members = JsonObject.builder();
        for (int i = 0; i < many; i++) {
            members.put(strings.get(count()), json(strings));
        }
        return members.build();
    }
}
