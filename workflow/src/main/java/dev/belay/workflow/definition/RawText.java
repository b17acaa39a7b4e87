package dev.belay.workflow.definition;

/**
 * A scalar as the file has it: quoted, folded, escaped. Finds where characters of expressions in
 * the finished text stand in it.
 *
 * @param raw from its first to its last character in the file
 * @param where its first character
 */
record RawText(String raw, Place where) {

    static RawText of(String raw, Place where) {
        return new RawText(raw, where);
    }

    /**
     * The place of a character that belongs to an expression; where that cannot be told, the place
     * where the expression begins, else where the scalar begins.
     *
     * @param text the finished text
     * @param offset in it, from 0
     */
    Place place(String text, int offset) {
        int open = text.lastIndexOf(TextPart.OPEN, offset);
        if (open < 0) {
            return where;
        }
        int start = nth(occurrences(text, open));
        return start < 0 ? where : place(walk(text, open, offset, start));
    }

    private static int occurrences(String text, int before) {
        int count = 0;
        int at = text.indexOf(TextPart.OPEN);
        while (at >= 0 && at < before) {
            count++;
            at = text.indexOf(TextPart.OPEN, at + 1);
        }
        return count;
    }

    private int nth(int index) {
        int at = raw.indexOf(TextPart.OPEN);
        for (int seen = 0; at >= 0 && seen < index; seen++) {
            at = raw.indexOf(TextPart.OPEN, at + 1);
        }
        return at;
    }

    /** Follows text and raw form together as long as they agree. */
    private int walk(String text, int from, int to, int start) {
        int at = start;
        for (int i = from; i < to; i++) {
            char wanted = text.charAt(i);
            if (Character.isWhitespace(wanted)) {
                at = skipBlanks(at);
                continue;
            }
            if (at > start && isBlank(at)) {
                at = skipBlanks(at);
            }
            if (at < raw.length() && raw.charAt(at) == '\\' && wanted != '\\') {
                at++;
            }
            if (at >= raw.length() || raw.charAt(at) != wanted) {
                return start;
            }
            at += wanted == '\'' && raw.startsWith("''", at) && raw.startsWith("'") ? 2 : 1;
        }
        return to < text.length() && !Character.isWhitespace(text.charAt(to)) ? skipBlanks(at) : at;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (isBlank(at)) {
            at++;
        }
        return at;
    }

    private boolean isBlank(int at) {
        return at < raw.length() && Character.isWhitespace(raw.charAt(at));
    }

    Place place(int index) {
        String before = raw.substring(0, Math.min(index, raw.length()));
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        int column = before.codePointCount(lineStart, before.length()) + 1;
        return new Place(
                where.file(),
                where.line() + lines,
                lines == 0 ? where.column() + column - 1 : column);
    }
}
