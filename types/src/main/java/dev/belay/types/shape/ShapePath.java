package dev.belay.types.shape;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A place in bodies of one type, in the notation {@code properties.subnets[].name}: {@code []} is
 * every item of a list, {@code {}} every value of a map. Compared without case.
 *
 * @param text the notation; empty: the body itself
 */
public record ShapePath(String text) implements Comparable<ShapePath> {

    public static final ShapePath ROOT = new ShapePath("");

    public ShapePath {
        requireNonNull(text);
    }

    public ShapePath member(String name) {
        return new ShapePath(text.isEmpty() ? name : text + "." + name);
    }

    public ShapePath items() {
        return new ShapePath(text + "[]");
    }

    public ShapePath values() {
        return new ShapePath(text + "{}");
    }

    /** Whether this is the other place or lies below it. */
    public boolean within(ShapePath other) {
        String mine = folded();
        String theirs = other.folded();
        return mine.startsWith(theirs)
                && (mine.length() == theirs.length()
                        || theirs.isEmpty()
                        || ".[{".indexOf(mine.charAt(theirs.length())) >= 0);
    }

    /** The form by which paths are compared. */
    public String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ShapePath other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShapePath(var theirs) && text.equalsIgnoreCase(theirs);
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
