package dev.belay.emulator.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths that an operation answers, e.g. {@code
 * /subscriptions/{subscription}/resourceGroups/{group}}.
 *
 * <p>{@code {name}} stands for one segment, {@code {name*}} for zero or more; fixed words are
 * compared without case. Every pattern that begins with {@code {scope*}} gets the text before its
 * next fixed word, with its leading slash.
 */
public final class PathPattern {

    private final String text;
    private final List<String> parts;

    private PathPattern(String text) {
        this.text = text;
        String relative = text.startsWith("/") ? text.substring(1) : text;
        this.parts = relative.isEmpty() ? List.of() : List.of(relative.split("/", -1));
    }

    public static PathPattern of(String text) {
        return new PathPattern(text);
    }

    /**
     * The values at the places, if the path fits.
     *
     * @param segments the path's segments
     */
    public Optional<Map<String, String>> match(List<String> segments) {
        return match(0, segments, 0);
    }

    private Optional<Map<String, String>> match(int part, List<String> segments, int from) {
        if (part == parts.size()) {
            return from == segments.size() ? Optional.of(new HashMap<>()) : Optional.empty();
        }
        String expected = parts.get(part);
        if (expected.endsWith("*}")) {
            return matchMany(part, segments, from);
        }
        if (from == segments.size()) {
            return Optional.empty();
        }
        String segment = segments.get(from);
        if (!expected.startsWith("{")) {
            return expected.equalsIgnoreCase(segment)
                    ? match(part + 1, segments, from + 1)
                    : Optional.empty();
        }
        return match(part + 1, segments, from + 1)
                .map(values -> plus(values, expected.substring(1, expected.length() - 1), segment));
    }

    /** The longest run first: the last {@code /providers/} belongs to the operation. */
    private Optional<Map<String, String>> matchMany(int part, List<String> segments, int from) {
        String name = parts.get(part).substring(1, parts.get(part).length() - 2);
        for (int end = segments.size(); end >= from; end--) {
            List<String> run = new ArrayList<>(segments.subList(from, end));
            String value = run.isEmpty() ? "" : "/" + String.join("/", run);
            Optional<Map<String, String>> rest = match(part + 1, segments, end);
            if (rest.isPresent()) {
                return rest.map(values -> plus(values, name, value));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> plus(Map<String, String> values, String name, String value) {
        values.put(name, value);
        return values;
    }

    @Override
    public String toString() {
        return text;
    }
}
