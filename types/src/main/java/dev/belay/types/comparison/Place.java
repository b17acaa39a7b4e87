package dev.belay.types.comparison;

import java.util.Locale;

/**
 * A place that is the same in several bodies: list items stand in it by what tells them apart, not
 * by their index, and case does not count. Example: {@code /properties/subnets/[name=web]/id}.
 *
 * @param text folded
 */
public record Place(String text) implements Comparable<Place> {

    public static final Place ROOT = new Place("");

    Place member(String name) {
        return new Place(
                text + "/" + name.toLowerCase(Locale.ROOT).replace("~", "~0").replace("/", "~1"));
    }

    Place item(String identity) {
        return new Place(text + "/[" + identity.toLowerCase(Locale.ROOT).replace("/", "~1") + "]");
    }

    /** Whether this is the other place or lies below it. */
    public boolean within(Place other) {
        return text.equals(other.text) || text.startsWith(other.text + "/");
    }

    @Override
    public int compareTo(Place other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
