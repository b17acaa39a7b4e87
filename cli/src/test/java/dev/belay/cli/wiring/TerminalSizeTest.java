package dev.belay.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalSizeTest {

    @Test
    void what_stty_says_is_read() {
        assertThat(TerminalSize.parse("50 132\n")).contains(new TerminalSize(50, 132));
    }

    @Test
    void what_is_no_size_is_not() {
        assertThat(TerminalSize.parse("")).isEmpty();
        assertThat(TerminalSize.parse("0 0")).isEmpty();
        assertThat(TerminalSize.parse("x 80")).isEmpty();
    }
}
