package dev.belay.template.function;

import java.util.Arrays;
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
        return names.stream().filter(each -> same(each, name)).findFirst();
    }

    /** Whether two names are the same but for letter case, compared ordinally. */
    public static boolean same(String left, String right) {
        return left.length() == right.length() && compare(left, right) == 0;
    }

    private static int compare(String left, String right) {
        int[] one = left.codePoints().map(Names::capital).toArray();
        int[] two = right.codePoints().map(Names::capital).toArray();
        return Arrays.compare(one, two);
    }

    // .NET's invariant culture keeps the Turkish and the long letters as they are.
    private static int capital(int letter) {
        return letter == 0x131 || letter == 0x17F ? letter : Character.toUpperCase(letter);
    }
}
