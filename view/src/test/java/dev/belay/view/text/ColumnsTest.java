package dev.belay.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void a_line_that_fits_stays_as_it_is() {
        assertThat(Columns.cut("\u001b[32mgood\u001b[0m", 4)).isEqualTo("\u001b[32mgood\u001b[0m");
        assertThat(Columns.cut("", 4)).isEmpty();
    }

    @Test
    void a_longer_one_is_cut_and_its_colour_ends() {
        assertThat(Columns.cut("abcdef", 4)).isEqualTo("abcd");
        assertThat(Columns.cut("\u001b[32mabcdef\u001b[0m", 4))
                .isEqualTo("\u001b[32mabcd\u001b[0m");
    }

    @Test
    void a_character_beyond_sixteen_bits_is_one() {
        assertThat(Columns.cut("a\uD83D\uDE00b", 2)).isEqualTo("a\uD83D\uDE00");
    }
}
