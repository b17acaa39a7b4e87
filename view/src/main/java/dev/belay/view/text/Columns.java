package dev.belay.view.text;

/** Lines that fit a terminal. */
public final class Columns {

    private static final char ESCAPE = '\u001b';
    private static final String RESET = "\u001b[0m";

    private Columns() {}

    /** The line, not wider than that many columns; colours take none. */
    public static String cut(String line, int columns) {
        var kept = new StringBuilder();
        int width = 0;
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ESCAPE) {
                int end = line.indexOf('m', at);
                kept.append(line, at, end + 1);
                at = end + 1;
                continue;
            }
            int character = line.codePointAt(at);
            if (++width > columns) {
                return kept.append(line.indexOf(ESCAPE) >= 0 ? RESET : "").toString();
            }
            kept.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return kept.toString();
    }
}
