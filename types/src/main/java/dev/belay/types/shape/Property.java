package dev.belay.types.shape;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A member of an object shape. Its own shape is looked up when asked for, because shapes contain
 * themselves.
 *
 * @param name as the specification spells it; ARM compares it without case
 * @param reference leads to the shape of the value
 * @param flags none: readable, writable and optional
 */
public record Property(String name, Supplier<Shape> reference, Set<Flag> flags) {

    public Property {
        requireNonNull(name);
        requireNonNull(reference);
        flags = Set.copyOf(flags);
    }

    public Shape shape() {
        return reference.get();
    }

    public boolean required() {
        return flags.contains(Flag.REQUIRED);
    }

    public boolean readOnly() {
        return flags.contains(Flag.READ_ONLY);
    }

    public boolean writeOnly() {
        return flags.contains(Flag.WRITE_ONLY);
    }

    public boolean sensitive() {
        return flags.contains(Flag.SENSITIVE);
    }
}
