package dev.belay.view.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with what a person gave, as text for that person.
 *
 * @param code ARM's error code; empty where it is not ARM that objects
 * @param what what is wrong, whole sentences
 * @param place where
 * @param hint what to do; empty for none
 */
public record Complaint(Optional<String> code, String what, Optional<Place> place, String hint) {

    private static final int WIDEST_LINE = 160;

    public Complaint {
        requireNonNull(code);
        requireNonNull(what);
        requireNonNull(place);
        requireNonNull(hint);
    }

    /**
     * A place in a file.
     *
     * @param file as the person wrote it
     * @param line from 1; 0 if only the file is known
     * @param column from 1; 0 if unknown
     * @param source the line's text; empty if there is none to show
     */
    public record Place(String file, int line, int column, Optional<String> source) {

        /** The file as a whole. */
        public static Place of(String file) {
            return new Place(file, 0, 0, Optional.empty());
        }

        /** A place in a file whose content is at hand. */
        public static Place in(String file, String content, int line, int column) {
            List<String> lines = content.lines().toList();
            Optional<String> source =
                    line >= 1 && line <= lines.size()
                            ? Optional.of(lines.get(line - 1))
                            : Optional.empty();
            return new Place(file, line, column, source);
        }

        private String prefix() {
            return line > 0 ? file + ":" + line + ":" + column + ": " : file + ": ";
        }
    }

    public static Complaint of(String what, String hint) {
        return new Complaint(Optional.empty(), what, Optional.empty(), hint);
    }

    public static Complaint at(Place place, String what, String hint) {
        return new Complaint(Optional.empty(), what, Optional.of(place), hint);
    }

    /** Place and what is wrong; the source line with a caret; the hint. */
    public List<String> lines() {
        var text = new java.util.ArrayList<String>();
        text.add(
                place.map(Place::prefix).orElse("")
                        + code.map(word -> word + ": ").orElse("")
                        + what);
        place.ifPresent(where -> where.source().ifPresent(line -> excerpt(text, where, line)));
        if (!hint.isEmpty()) {
            text.add("  " + hint);
        }
        return text;
    }

    private static void excerpt(List<String> text, Place where, String line) {
        // a long line (a whole template in one) is shown around the column only
        int caret = Math.clamp(where.column() - 1L, 0, line.length());
        int from = caret > WIDEST_LINE - 20 ? caret - WIDEST_LINE / 2 : 0;
        int to = Math.min(line.length(), from + WIDEST_LINE);
        String shown = line.substring(from, to).replace('\t', ' ');
        String gutter = "%5d | ".formatted(where.line());
        text.add(gutter + shown);
        if (where.column() > 0) {
            text.add(" ".repeat(gutter.length() - 2) + "| " + " ".repeat(caret - from) + "^");
        }
    }
}
