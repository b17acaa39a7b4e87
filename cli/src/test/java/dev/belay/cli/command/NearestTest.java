package dev.belay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class NearestTest {

    @Test
    void a_slip_of_the_finger_is_understood() {
        assertThat(Nearest.to("deplyo", List.of("deploy", "list"))).contains("deploy");
        assertThat(Nearest.to("--resourcegroup", List.of("--resource-group", "-g")))
                .contains("--resource-group");
    }

    @Test
    void another_word_is_not() {
        assertThat(Nearest.to("destroy", List.of("list", "show"))).isEmpty();
    }
}
