package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.wiring.Signals;
import dev.belay.json.JsonReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** People who answer and cancel a run while another process waits for them. */
@Timeout(120)
final class RunPeopleTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "approval");

    @TempDir Path directory;

    private final Watched out = new Watched();

    @BeforeEach
    void the_example_is_copied() throws IOException {
        for (String name : List.of("workflow.yaml", "main.json", "world.json")) {
            Files.copy(EXAMPLE.resolve(name), directory.resolve(name));
        }
    }

    private TestProcess process(int firstId) {
        return new TestProcess(directory, Map.of("XDG_STATE_HOME", directory + "/state"), firstId);
    }

    /** Runs the workflow in another thread. */
    private CompletableFuture<TestProcess.Ended> begun() {
        return CompletableFuture.supplyAsync(
                () ->
                        process(0)
                                .run(
                                        Signals.NONE,
                                        out,
                                        List.of("run", "workflow.yaml", "-o", "json")));
    }

    /** What is printed, and whether a question was. */
    private static final class Watched extends ByteArrayOutputStream {

        private final CountDownLatch asked = new CountDownLatch(1);

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (toString(StandardCharsets.UTF_8).contains("\"type\":\"approvalAsked\"")) {
                asked.countDown();
            }
        }
    }

    /** The run's id, once it asks. */
    private String asking() throws InterruptedException {
        out.asked.await();
        String first = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        return JsonReader.strict().read(first).textAt("/run").orElseThrow();
    }

    @Test
    void an_approval_lets_the_run_go_on() throws InterruptedException {
        CompletableFuture<TestProcess.Ended> running = begun();
        String run = asking();

        assertThat(process(100).run("runs").out()).contains("waits for an answer");
        assertThat(process(100).run("show", run).out())
                .contains("Waiting for an answer: Release ", "belay approve " + run);
        TestProcess.Ended posted = process(100).run("approve", run);

        assertThat(posted.exit()).as(posted.err()).isZero();
        assertThat(posted.out()).contains("'go live' approved");
        assertThat(running.join().exit()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"verdict\":\"COMMITTED\"");
        assertThat(process(100).run("approve", run).exit()).isEqualTo(6);
    }

    @Test
    void a_rejection_puts_everything_back() throws InterruptedException {
        CompletableFuture<TestProcess.Ended> running = begun();
        String run = asking();

        TestProcess.Ended posted = process(100).run("reject", run, "--step", "go live");

        assertThat(posted.exit()).as(posted.err()).isZero();
        assertThat(running.join().exit()).isEqualTo(3);
    }

    @Test
    void an_answer_to_what_is_not_asked_is_refused() throws InterruptedException {
        CompletableFuture<TestProcess.Ended> running = begun();
        String run = asking();

        TestProcess.Ended posted = process(100).run("approve", run, "--step", "another");

        assertThat(posted.exit()).isEqualTo(6);
        assertThat(posted.out()).contains("asks nothing");
        process(100).run("cancel", run);
        assertThat(running.join().exit()).isEqualTo(3);
    }

    @Test
    void a_run_cancelled_with_keep_keeps_what_it_provisioned() throws InterruptedException {
        CompletableFuture<TestProcess.Ended> running = begun();
        String run = asking();

        TestProcess.Ended posted = process(100).run("cancel", run, "--keep");

        assertThat(posted.exit()).as(posted.err()).isZero();
        assertThat(running.join().exit()).isEqualTo(7);
    }
}
