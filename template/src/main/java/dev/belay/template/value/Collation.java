package dev.belay.template.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The collation elements of a text in the root order of Unicode (CLDR), as far as the language
 * needs it: white space, punctuation, symbols, digits, Latin letters, then other scripts by code
 * point; accents on the second level, case on the third. Format characters count nothing.
 *
 * <p>Order of punctuation and accents: CLDR root collation; checked against the engine's cases
 * marked {@code linguistic}.
 */
final class Collation {

    /** In root order; ASCII symbols before digits. */
    private static final String BEFORE_DIGITS =
            "\t\n\u000b\f\r\u0085\u2028\u2029 _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

    /** Combining marks in the order of their secondary weights. */
    private static final String MARKS =
            "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0335\u0327\u0328"
                    + "\u0304";

    /** Letters that sort as others: the other's letters, and a mark that tells them apart. */
    private static final Map<Integer, String> EXPANSIONS =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'æ', "a\u0335e"),
                    Map.entry((int) 'Æ', "A\u0335E"),
                    Map.entry((int) 'ø', "o\u0338"),
                    Map.entry((int) 'Ø', "O\u0338"),
                    Map.entry((int) 'ł', "l\u0335"),
                    Map.entry((int) 'Ł', "L\u0335"),
                    Map.entry((int) 'đ', "d\u0335"),
                    Map.entry((int) 'Đ', "D\u0335"));

    private static final int DIGITS = 100;
    private static final int LATIN = 200;
    private static final int OTHERS = 1_000;

    /**
     * @param primary the letter; 0 for a mark on the one before
     * @param secondary the mark; 0 for none
     * @param tertiary 0 small or common, 1 a variant, 2 capital
     * @param start where the character begins in the text
     */
    record Element(int primary, int secondary, int tertiary, int start) {

        boolean sameIgnoringCase(Element other) {
            return primary == other.primary && secondary == other.secondary;
        }
    }

    private Collation() {}

    static List<Element> elements(String text) {
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            add(character, at, elements);
            at += Character.charCount(character);
        }
        return elements;
    }

    private static void add(int character, int start, List<Element> elements) {
        if (character < 0x80) {
            single(character, start, 0, elements);
            return;
        }
        String expansion = EXPANSIONS.get(character);
        int variant = expansion == null || character == 'ß' ? 1 : 0;
        String parts =
                expansion != null
                        ? expansion
                        : Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        boolean canonical =
                Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                        .equals(parts);
        int tertiary = canonical ? 0 : variant;
        parts.codePoints().forEach(part -> single(part, start, tertiary, elements));
    }

    private static void single(int character, int start, int variant, List<Element> elements) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK) {
            int mark = MARKS.indexOf(character);
            int weight = mark < 0 ? MARKS.length() + 1 + character : mark + 1;
            elements.add(new Element(0, weight, 0, start));
            return;
        }
        int primary = primary(character, type);
        if (primary > 0) {
            int tertiary = Character.isUpperCase(character) ? 2 : variant;
            elements.add(new Element(primary, 0, tertiary, start));
        }
    }

    private static int primary(int character, int type) {
        int symbol = BEFORE_DIGITS.indexOf(character);
        if (symbol >= 0) {
            return symbol + 1;
        }
        if (Character.isDigit(character)) {
            return DIGITS + Character.digit(character, 10);
        }
        int small = Character.toLowerCase(character);
        if (small >= 'a' && small <= 'z') {
            return LATIN + 2 * (small - 'a');
        }
        if (character == 'ı') {
            return LATIN + 2 * ('i' - 'a') + 1;
        }
        if (type == Character.FORMAT || type == Character.CONTROL) {
            return 0;
        }
        return type == Character.OTHER_SYMBOL ? DIGITS - 1 : OTHERS + small;
    }
}
