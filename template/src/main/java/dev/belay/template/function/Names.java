package dev.belay.template.function;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Names as the language compares them in objects: letter case counts nothing. */
public final class Names {

    /** The order of {@code items} and {@code objectKeys}: ordinal on the upper-cased text. */
    public static final Comparator<String> ORDER = Names::compare;

    private Names() {}

    /** How a member is spelled in an object that is looked up ignoring case. */
    public static Optional<String> find(Set<String> names, String name) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        return names.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    private static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int at = 0; at < shared; at++) {
            int difference =
                    Character.toUpperCase(left.charAt(at))
                            - Character.toUpperCase(right.charAt(at));
            if (difference != 0) {
                return difference;
            }
        }
        return left.length() - right.length();
    }
}
