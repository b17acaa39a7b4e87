package dev.belay.cli.command;

import java.util.ArrayList;
import java.util.List;

/** The help of one command as text, at most 80 columns wide. */
public final class Help {

    private static final int WIDTH = 80;
    private static final int INDENT = 30;

    private Help() {}

    public static String of(Grammar grammar) {
        var text = new StringBuilder();
        List<Option> shown = grammar.options().stream().filter(Option::built).toList();
        wrap(text, usage(grammar, shown), "       ", WIDTH);
        text.append('\n').append(grammar.summary()).append("\n");
        if (!grammar.positionals().isEmpty()) {
            text.append('\n');
        }
        for (Grammar.Positional positional : grammar.positionals()) {
            entry(text, "  " + positional.label(), positional.description());
        }
        text.append('\n');
        shown.forEach(option -> entry(text, head(option), option.description()));
        return text.toString();
    }

    private static List<String> usage(Grammar grammar, List<Option> shown) {
        var words = new ArrayList<String>();
        words.add("Usage: belay " + grammar.name());
        for (Grammar.Positional positional : grammar.positionals()) {
            words.add(positional.required() ? positional.label() : "[" + positional.label() + "]");
        }
        for (Option option : shown) {
            String name = option.names().getFirst();
            String word = option.isFlag() ? name : name + " " + option.label();
            words.add("[" + word + "]" + (option.many() ? "…" : ""));
        }
        return words;
    }

    private static String head(Option option) {
        String names = String.join(", ", option.names());
        String indented = option.names().getFirst().startsWith("--") ? "      " : "  ";
        return indented + names + (option.isFlag() ? "" : " " + option.label());
    }

    private static void entry(StringBuilder text, String head, String description) {
        String start = head.length() < INDENT - 1 ? head : head + "\n";
        text.append(start);
        int column = start.endsWith("\n") ? 0 : start.length();
        text.append(" ".repeat(INDENT - column));
        wrap(text, List.of(description.split(" ")), " ".repeat(INDENT), WIDTH - INDENT);
    }

    /** Puts words on lines; the first line is where the text stands, others are indented. */
    private static void wrap(StringBuilder text, List<String> words, String indent, int width) {
        int column = 0;
        for (String word : words) {
            if (column > 0 && column + 1 + word.length() > width) {
                text.append('\n').append(indent);
                column = indent.length() < INDENT ? indent.length() : 0;
            } else if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        text.append('\n');
    }
}
