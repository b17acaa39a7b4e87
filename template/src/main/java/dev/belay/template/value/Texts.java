package dev.belay.template.value;

import dev.belay.template.value.Collation.Element;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How the language compares texts where it does so linguistically: .NET's invariant culture over
 * Unicode's root collation. Evidence: engine, the cases marked {@code linguistic}.
 */
public final class Texts {

    private static final Texts INVARIANT = new Texts();

    private Texts() {}

    public static Texts invariant() {
        return INVARIANT;
    }

    /** Negative, zero, positive as for {@code less}: {@code a < A < b}, punctuation first. */
    public int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        List<Element> one = Collation.elements(left);
        List<Element> two = Collation.elements(right);
        int difference = level(one, two, Element::primary);
        if (difference == 0) {
            difference = marks(one, two);
        }
        return difference != 0 ? difference : level(one, two, Element::tertiary);
    }

    /** Whether a text begins with another, ignoring case. */
    public boolean startsWithIgnoringCase(String text, String start) {
        List<Element> all = Collation.elements(text);
        return matches(all, 0, Collation.elements(start));
    }

    /** Whether a text ends with another, ignoring case. */
    public boolean endsWithIgnoringCase(String text, String end) {
        List<Element> all = Collation.elements(text);
        List<Element> part = Collation.elements(end);
        int from = all.size() - part.size();
        return from >= 0 && matches(all, from, part);
    }

    /** The first place of a part, in UTF-16 units, ignoring case; -1 if it is nowhere. */
    public int indexOf(String text, String part) {
        List<Element> all = Collation.elements(text);
        List<Element> wanted = Collation.elements(part);
        if (wanted.isEmpty()) {
            return 0;
        }
        for (int at = 0; at + wanted.size() <= all.size(); at++) {
            if (matches(all, at, wanted)) {
                return all.get(at).start();
            }
        }
        return -1;
    }

    /** The last place of a part, in UTF-16 units, ignoring case; -1 if it is nowhere. */
    public int lastIndexOf(String text, String part) {
        List<Element> all = Collation.elements(text);
        List<Element> wanted = Collation.elements(part);
        if (wanted.isEmpty()) {
            return Math.max(0, text.length() - 1);
        }
        for (int at = all.size() - wanted.size(); at >= 0; at--) {
            if (matches(all, at, wanted)) {
                return all.get(at).start();
            }
        }
        return -1;
    }

    // A match may not cut a letter from its marks, on either side.
    private static boolean matches(List<Element> all, int from, List<Element> part) {
        int end = from + part.size();
        if (end > all.size() || (end < all.size() && all.get(end).primary() == 0)) {
            return false;
        }
        for (int at = 0; at < part.size(); at++) {
            if (!all.get(from + at).sameIgnoringCase(part.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static int level(List<Element> left, List<Element> right, ToIntFunction<Element> of) {
        int[] one = left.stream().filter(each -> each.primary() > 0).mapToInt(of).toArray();
        int[] two = right.stream().filter(each -> each.primary() > 0).mapToInt(of).toArray();
        return Arrays.compare(one, two);
    }

    // Each letter counts as unmarked before its marks do, so that the shorter mark goes first.
    private static int marks(List<Element> left, List<Element> right) {
        int[] one = left.stream().mapToInt(Element::secondary).toArray();
        int[] two = right.stream().mapToInt(Element::secondary).toArray();
        return Arrays.compare(one, two);
    }
}
