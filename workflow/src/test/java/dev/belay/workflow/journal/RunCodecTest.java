package dev.belay.workflow.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

class RunCodecTest {

    static List<String> goldenLines() {
        try (InputStream lines = RunCodecTest.class.getResourceAsStream("run-entries-v1.jsonl")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_entry_is_written_as_it_was_read() {
        for (String line : goldenLines()) {
            assertThat(RunCodec.write(RunCodec.read(1, line))).isEqualTo(line);
        }
    }

    @Test
    void the_kept_lines_hold_every_kind_of_entry() {
        Set<String> kinds = new TreeSet<>();
        for (String line : goldenLines()) {
            kinds.add(RunCodec.read(1, line).getClass().getSimpleName());
        }

        assertThat(kinds).hasSize(RunEntry.class.getPermittedSubclasses().length);
    }

    @Test
    void an_unknown_version_or_kind_is_refused() {
        assertThatThrownBy(() -> RunCodec.read(2, goldenLines().getFirst()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> RunCodec.read(1, "{\"entry\":\"X\",\"at\":\"2026-01-01T00:00:00Z\"}"))
                .isInstanceOf(IllegalStateException.class);
    }
}
