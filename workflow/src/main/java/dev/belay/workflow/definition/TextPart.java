package dev.belay.workflow.definition;

import dev.belay.template.diagnostic.TemplateFault;

import java.util.ArrayList;
import java.util.List;

/** A piece of a text in which expressions may stand. */
sealed interface TextPart {

    /** How an expression begins; a dollar sign before it makes it plain text. */
    String OPEN = "${{";

    String CLOSE = "}}";

    /** Text as it is. */
    record Plain(String text) implements TextPart {}

    /**
     * An expression.
     *
     * @param text between the braces
     * @param start where that text begins in the whole, from 0
     */
    record Embedded(String text, int start) implements TextPart {}

    /** Whether the text holds no expression. */
    static boolean isPlain(String text) {
        return !text.contains(OPEN);
    }

    /**
     * The pieces in order; none for an empty text.
     *
     * @throws TemplateFault with an offset in the whole text if an expression is not closed
     */
    static List<TextPart> of(String text) {
        var parts = new ArrayList<TextPart>();
        var plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$" + OPEN, at)) {
                plain.append(OPEN);
                at += OPEN.length() + 1;
            } else if (text.startsWith(OPEN, at)) {
                addPlain(plain, parts);
                int start = at + OPEN.length();
                int end = end(text, start);
                parts.add(new Embedded(text.substring(start, end), start));
                at = end + CLOSE.length();
            } else {
                plain.append(text.charAt(at++));
            }
        }
        addPlain(plain, parts);
        return parts;
    }

    private static void addPlain(StringBuilder plain, List<TextPart> parts) {
        if (!plain.isEmpty()) {
            parts.add(new Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    // Braces inside a literal close nothing; a doubled apostrophe toggles twice.
    private static int end(String text, int start) {
        boolean literal = false;
        for (int at = start; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                literal = !literal;
            } else if (!literal && text.startsWith(CLOSE, at)) {
                return at;
            }
        }
        throw TemplateFault.at(
                start - OPEN.length(),
                literal
                        ? "A text in apostrophes is not closed in the expression that begins here."
                        : "The expression that begins here is not closed.");
    }
}
