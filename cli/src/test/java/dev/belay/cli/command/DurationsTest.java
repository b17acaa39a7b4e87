package dev.belay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

final class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "30m,PT30M",
        "1h30m,PT1H30M",
        "90s,PT90S",
        "2d,PT48H",
        "PT30M,PT30M",
        "pt1h,PT1H",
        "P1D,PT24H",
        "PT0.5S,PT0.5S"
    })
    void people_write_durations_in_both_forms(String text, Duration expected) {
        assertThat(Durations.parse("--timeout", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "PT0S", "-5m", "PT-5M", "30", "soon", "1m1h", "99999999999d"})
    void all_else_is_refused(String text) {
        assertThatThrownBy(() -> Durations.parse("--timeout", text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--timeout");
    }

    @Test
    void the_timeout_is_two_hours_if_nothing_is_said() {
        assertThat(Durations.timeout(new Arguments(Map.of(), List.of())))
                .isEqualTo(Duration.ofHours(2));
    }
}
