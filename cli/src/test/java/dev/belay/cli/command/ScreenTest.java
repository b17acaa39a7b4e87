package dev.belay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.wiring.TerminalSize;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is written to the terminal to draw lines in place. */
class ScreenTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Screen screen =
            new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), new TerminalSize(4, 10));

    private String drawn(String... lines) {
        out.reset();
        screen.draw(List.of(lines));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_second_drawing_takes_the_place_of_the_first() {
        assertThat(drawn("one", "two")).isEqualTo("\u001b[0Jone\ntwo\n");
        assertThat(drawn("three")).isEqualTo("\u001b[2A\r\u001b[0Jthree\n");
        assertThat(drawn("four")).startsWith("\u001b[1A\r");
    }

    @Test
    void lines_are_cut_at_the_terminal_s_width_and_of_too_many_the_last_are_drawn() {
        assertThat(drawn("a", "b", "c", "d", "0123456789abc"))
                .isEqualTo("\u001b[0Jc\nd\n0123456789\n");
    }
}
