package dev.belay.arm.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Header fields in order. Names are looked up without case.
 *
 * @param fields name and value as sent
 */
public record Headers(List<Field> fields) {

    public static final Headers NONE = new Headers(List.of());

    /** One header field. */
    public record Field(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    public static Headers of(String name, String value) {
        return NONE.with(name, value);
    }

    /** The first field of this name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** These fields with one more, or with the one of this name replaced. */
    public Headers with(String name, String value) {
        var changed = new ArrayList<>(without(name).fields);
        changed.add(new Field(name, value));
        return new Headers(changed);
    }

    public Headers without(String name) {
        return new Headers(
                fields.stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList());
    }
}
