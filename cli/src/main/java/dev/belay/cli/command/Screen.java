package dev.belay.cli.command;

import dev.belay.cli.wiring.TerminalSize;
import dev.belay.view.text.Columns;

import java.io.PrintStream;
import java.util.List;

/** The last lines of a terminal, drawn anew in place. */
final class Screen {

    private static final String CLEAR_BELOW = "\u001b[0J";

    private final PrintStream out;
    private final TerminalSize size;
    private int drawn;

    Screen(PrintStream out, TerminalSize size) {
        this.out = out;
        this.size = size;
    }

    /** Puts these lines where the last ones stood; of too many the last. */
    void draw(List<String> lines) {
        int rows = Math.max(1, size.rows() - 1);
        List<String> shown =
                lines.size() > rows ? lines.subList(lines.size() - rows, lines.size()) : lines;
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append("A\r");
        }
        text.append(CLEAR_BELOW);
        shown.forEach(line -> text.append(Columns.cut(line, size.columns())).append('\n'));
        drawn = shown.size();
        out.print(text);
        out.flush();
    }
}
