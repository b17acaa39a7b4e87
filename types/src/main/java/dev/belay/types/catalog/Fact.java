package dev.belay.types.catalog;

import static java.util.Objects.requireNonNull;

/**
 * Something known of a type, with where it comes from.
 *
 * @param <T> what is known: a path, a name, a yes or no
 */
public record Fact<T>(T value, Origin origin) {

    public Fact {
        requireNonNull(value);
        requireNonNull(origin);
    }
}
