package dev.belay.json;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place inside a JSON value, RFC 6901: {@code /properties/subnets/0/name}. The empty pointer is
 * the value itself.
 *
 * @param segments unescaped member names and array indexes
 */
public record JsonPointer(List<String> segments) implements Comparable<JsonPointer> {

    public static final JsonPointer ROOT = new JsonPointer(List.of());

    public JsonPointer {
        segments = List.copyOf(segments);
    }

    public static JsonPointer of(String... segments) {
        return new JsonPointer(List.of(segments));
    }

    /**
     * @throws IllegalArgumentException if the text is neither empty nor begins with a slash
     */
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("Not a JSON pointer: '" + text + "'.");
        }
        var segments = new ArrayList<String>();
        for (String escaped : text.substring(1).split("/", -1)) {
            segments.add(escaped.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(segments);
    }

    public JsonPointer child(String segment) {
        var longer = new ArrayList<>(segments);
        longer.add(segment);
        return new JsonPointer(longer);
    }

    public JsonPointer child(int index) {
        return child(Integer.toString(index));
    }

    /** The place one level up; empty for the root. */
    public Optional<JsonPointer> parent() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(new JsonPointer(segments.subList(0, segments.size() - 1)));
    }

    public boolean startsWith(JsonPointer ancestor) {
        int depth = ancestor.segments.size();
        return depth <= segments.size() && segments.subList(0, depth).equals(ancestor.segments);
    }

    @Override
    public int compareTo(JsonPointer other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return segments.stream()
                .map(segment -> "/" + segment.replace("~", "~0").replace("/", "~1"))
                .collect(joining());
    }
}
