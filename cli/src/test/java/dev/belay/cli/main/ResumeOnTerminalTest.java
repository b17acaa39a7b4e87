package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.wiring.Signals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A run that is gone on with looks on a terminal as one that is begun. */
@Timeout(120)
final class ResumeOnTerminalTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "approval");
    private static final String DRAWN_ANEW = "\u001b[0J";

    @TempDir Path directory;

    @BeforeEach
    void the_example_is_copied() throws IOException {
        for (String name : List.of("workflow.yaml", "main.json", "world.json")) {
            Files.copy(EXAMPLE.resolve(name), directory.resolve(name));
        }
    }

    private TestProcess process(int firstId) {
        return new TestProcess(
                directory,
                Map.of("XDG_STATE_HOME", directory + "/state", "NO_COLOR", "1"),
                firstId);
    }

    /** Runs the workflow until it asks; then the process is stopped by two signals. */
    private String stopped() {
        var reactions = new ArrayList<Signals.Reaction>();
        var out =
                new ByteArrayOutputStream() {
                    private boolean sent;

                    @Override
                    public void flush() throws IOException {
                        super.flush();
                        if (!sent && toString(StandardCharsets.UTF_8).contains("approvalAsked")) {
                            sent = true;
                            reactions.forEach(each -> each.signalled(1));
                            reactions.forEach(each -> each.signalled(2));
                        }
                    }
                };
        Signals signals =
                reaction -> {
                    reactions.add(reaction);
                    return reactions::clear;
                };
        TestProcess.Ended ended =
                process(0).run(signals, out, List.of("run", "workflow.yaml", "-o", "json"));
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(130);
        return ended.out().replaceAll("(?s).*?(run-[0-9a-f]{32}).*", "$1");
    }

    @Test
    void the_tree_shows_what_was_done_before_and_what_is_done_now() {
        String run = stopped();
        TestProcess later = process(100);
        later.later(Duration.ofMinutes(5));
        assertThat(later.run("approve", run).exit()).isZero();
        later.onTerminal();

        TestProcess.Ended ended = later.run("resume", run);

        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        List<String> drawings = List.of(ended.out().split(Pattern.quote(DRAWN_ANEW)));
        assertThat(drawings).hasSizeGreaterThan(3);
        assertThat(drawings.get(1))
                .contains(
                        "Workflow 'approval'",
                        "succeeded   phase provision",
                        "running     phase release");
        assertThat(drawings.getLast()).contains("phase", "COMMITTED");
    }
}
