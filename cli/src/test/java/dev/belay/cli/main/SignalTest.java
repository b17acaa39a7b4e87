package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.wiring.Signals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a command does when it is asked to stop. */
final class SignalTest {

    private static final Path CASE = Path.of("src/test/golden/transcript/one-failure");
    private static final List<String> DEPLOY =
            List.of("deploy", "-g", "rg", "-f", "works.json", "--arm", "embedded:world.json");

    @TempDir Path directory;
    private final List<Signals.Reaction> listeners = new ArrayList<>();

    @BeforeEach
    void a_world() throws IOException {
        for (String file : List.of("world.json", "works.json")) {
            Files.copy(CASE.resolve(file), directory.resolve(file));
        }
    }

    @Test
    void a_signal_before_anything_was_sent_leaves_everything_untouched() {
        TestProcess.Ended ended = deploy("Deployment '", 1);

        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(6);
        assertThat(ended.out()).contains("UNTOUCHED");
        assertThat(ended.err()).contains("A second signal stops at once.");
    }

    @Test
    void a_signal_while_deploying_cancels_and_undoes() {
        TestProcess.Ended ended = deploy("accepted by ARM", 1);

        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.out()).contains("RESTORED").contains("cancelling");
    }

    @Test
    void a_second_signal_stops_and_says_how_to_go_on() {
        TestProcess.Ended ended = deploy("accepted by ARM", 2);

        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(130);
        assertThat(ended.err()).contains("belay rollback b31a00000001");
    }

    @Test
    void what_a_second_signal_left_is_undone_by_rollback_and_blocks_until_then() {
        deploy("accepted by ARM", 2);
        var later = new TestProcess(directory, Map.of(), 100);

        TestProcess.Ended blocked = later.run(DEPLOY.toArray(String[]::new));
        TestProcess.Ended undone = later.run("rollback", "--arm", "embedded:world.json");

        assertThat(blocked.exit()).as(blocked.out()).isEqualTo(6);
        assertThat(blocked.out()).contains("b31a00000001");
        assertThat(undone.exit()).as(undone.out() + undone.err()).isZero();
        assertThat(undone.out()).contains("RESTORED");
    }

    /** Sends signals as soon as a text has been printed. */
    private TestProcess.Ended deploy(String text, int signals) {
        Signals source =
                reaction -> {
                    listeners.add(reaction);
                    return listeners::clear;
                };
        var out =
                new ByteArrayOutputStream() {
                    private boolean sent;

                    @Override
                    public void flush() throws IOException {
                        super.flush();
                        if (!sent && toString(StandardCharsets.UTF_8).contains(text)) {
                            sent = true;
                            for (int i = 1; i <= signals; i++) {
                                int times = i;
                                listeners.forEach(each -> each.signalled(times));
                            }
                        }
                    }
                };
        return new TestProcess(directory, Map.of(), 0).run(source, out, DEPLOY);
    }
}
