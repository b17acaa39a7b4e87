package dev.belay.json;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON array.
 *
 * @param items the values in order; {@link JsonNull} stands for a null item
 */
public record JsonArray(List<Json> items) implements Json, Iterable<Json> {

    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        items = List.copyOf(items);
    }

    public int size() {
        return items.size();
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public Json get(int index) {
        return items.get(index);
    }

    public Stream<Json> stream() {
        return items.stream();
    }

    @Override
    public Iterator<Json> iterator() {
        return items.iterator();
    }

    /** The item at the index that a pointer segment spells, empty for anything else. */
    Optional<Json> item(String segment) {
        if (segment.isEmpty()
                || segment.length() > 9
                || !segment.chars().allMatch(JsonArray::digit)) {
            return Optional.empty();
        }
        int index = Integer.parseInt(segment);
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }
}
