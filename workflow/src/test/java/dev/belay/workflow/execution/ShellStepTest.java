package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.template.value.Value;
import dev.belay.transaction.run.StopSignal;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Steps that run a real shell. */
final class ShellStepTest {

    private final RunBench bench = new RunBench();

    @TempDir Path folder;

    @BeforeEach
    void runInTheFolder() {
        bench.folder = folder;
    }

    private RunReport run(String steps) {
        return bench.run("name: x\nphases:\n  - name: a\n    steps:\n" + steps.indent(6));
    }

    @Test
    void it_runs_in_the_workflows_folder_and_hands_on_its_outputs() throws IOException {
        Files.writeString(folder.resolve("here.txt"), "found");

        RunReport report =
                run(
                        """
                        - shell: |
                            echo "text=$(cat here.txt)" >> "$BELAY_OUTPUT"
                            echo "empty=" >> "$BELAY_OUTPUT"
                          id: one
                        - shell: {run: 'test "$WORD" = found', env: {WORD: "${{ steps('one').outputs.text }}"}}
                        """);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        RunReport.StepLine first = report.phases().getFirst().steps().getFirst();
        assertThat(first.outputs().toText()).isEqualTo("{\"text\":\"found\",\"empty\":\"\"}");
    }

    @Test
    void it_stops_at_the_first_failing_command_and_says_what_it_printed() {
        RunReport report =
                run(
                        """
                        - shell: |
                            echo before
                            false
                            echo after
                          name: sh
                        """);

        assertThat(report.verdict()).contains(RunVerdict.FAILED);
        assertThat(bench.runs().log(report.run().orElseThrow(), "sh").orElseThrow())
                .contains("before")
                .doesNotContain("after");
    }

    /** What the shell writes there is read by whoever waits for it. */
    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    @Test
    void too_long_it_is_stopped_with_all_it_had_started() throws Exception {
        Path pipe = pipe();
        var background = new CompletableFuture<Long>();
        var over = new AtomicBoolean();
        Thread clock =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    background.complete(Long.valueOf(read(pipe).strip()));
                                    while (!over.get()) {
                                        bench.real = bench.real.plus(Duration.ofSeconds(1));
                                    }
                                });

        RunReport report =
                run(
                        """
                        - shell: |
                            (sleep 600 & echo $! > pipe; wait) &
                            wait
                          name: sh
                          timeout: PT1M
                        """);
        over.set(true);
        clock.join();

        assertThat(RunsTest.step(report, "sh").status()).isEqualTo(StepStatus.FAILED);
        assertThat(report.cause().orElseThrow().code()).isEqualTo("Timeout");
        ProcessHandle.of(background.join())
                .ifPresent(
                        left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_cancelled_run_stops_it() throws Exception {
        Path pipe = pipe();
        Thread person =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    read(pipe);
                                    bench.runs()
                                            .cancel(
                                                    bench.runs().list().getFirst().run(),
                                                    false,
                                                    "ann");
                                });

        RunReport report = run("- shell: 'echo started > pipe; sleep 600'\n  name: sh\n");
        person.join();

        assertThat(RunsTest.step(report, "sh").status()).isEqualTo(StepStatus.CANCELLED);
        assertThat(report.verdict()).contains(RunVerdict.FAILED);
    }

    @Test
    void secrets_reach_it_and_stay_out_of_all_that_is_kept_and_told() {
        String secret = "pa$$ 'w\"ord\\n";
        var inputs = new LinkedHashMap<String, Value>();
        inputs.put("password", Value.secure(Value.of(Json.of(secret))));
        String yaml =
                """
                name: x
                inputs:
                  password: {type: string, secret: true}
                phases:
                  - name: a
                    steps:
                      - shell:
                          run: |
                            printf '%s\\n' "$P"
                            printf '%s' "$P" | base64
                            printf 'again=%s\\n' "$P" >> "$BELAY_OUTPUT"
                            printf '%s' "$P" > secret.txt
                          env: {P: "${{ inputs('password') }}"}
                        id: one
                      - shell: {run: 'test "$Q" = "$(cat secret.txt)"', env: {Q: "${{ steps('one').outputs.again }}"}}
                      - shell: "exit 1 # ${{ inputs('password') }}"
                """;

        RunReport report = bench.run(yaml, inputs);

        assertThat(report.phases().getFirst().steps())
                .extracting(RunReport.StepLine::status)
                .containsExactly(StepStatus.SUCCEEDED, StepStatus.SUCCEEDED, StepStatus.FAILED);
        String kept = kept(report.run().orElseThrow()) + report.toJson() + bench.events;
        for (String form : new String[] {secret, Json.of(secret).toText(), "cGEkJCAndyJvcmRc"}) {
            assertThat(kept).doesNotContain(form);
        }
        assertThat(kept).contains("[secure]");
    }

    private String kept(String run) {
        var log = bench.store.runs().find(run).orElseThrow();
        var text = new StringBuilder();
        log.records().forEach(record -> text.append(record.text()).append('\n'));
        for (String step : new String[] {"one", "shell 2", "shell 3"}) {
            bench.runs().log(run, step).ifPresent(text::append);
        }
        return text.toString();
    }

    @Test
    void a_secret_input_must_be_given_again_for_a_step_that_still_needs_it() {
        var inputs = new LinkedHashMap<String, Value>();
        inputs.put("password", Value.secure(Value.of("very secret")));
        String yaml =
                """
                name: x
                inputs:
                  password: {type: string, secret: true}
                phases:
                  - name: a
                    steps:
                      - approval: {message: go on?}
                      - shell: {run: 'test "$P" = "very secret"', env: {P: "${{ inputs('password') }}"}}
                """;
        bench.whileRealTimePasses = () -> bench.stop = StopSignal.Asked.STOP_NOW;
        String run =
                ((RunOutcome.Stopped) bench.runs().run(bench.request(yaml, inputs), _ -> {})).run();
        bench.stop = StopSignal.Asked.NOTHING;
        bench.whileRealTimePasses = () -> bench.runs().answer(run, Optional.empty(), true, "ann");

        RunOutcome without = bench.runs().resume(run, new LinkedHashMap<>(), _ -> {}).orElseThrow();
        var others = new LinkedHashMap<>(inputs);
        others.put("release", Value.of("2"));
        RunOutcome surplus = bench.runs().resume(run, others, _ -> {}).orElseThrow();
        RunOutcome with = bench.runs().resume(run, inputs, _ -> {}).orElseThrow();

        assertThat(((RunOutcome.BadInput) surplus).problems().getFirst().message())
                .contains("no secret input 'release'");
        assertThat(((RunOutcome.BadInput) without).problems().getFirst().message())
                .contains("'password'");
        assertThat(RunBench.report(with).verdict()).contains(RunVerdict.COMMITTED);
    }

    @Test
    void a_secret_that_an_earlier_step_left_is_kept_out_of_what_is_printed_after_a_crash() {
        String secret = "very \"secret\" 4711";
        var inputs = new LinkedHashMap<String, Value>();
        inputs.put("password", Value.secure(Value.of(Json.of(secret))));
        String yaml =
                """
                name: x
                inputs:
                  password: {type: string, secret: true}
                phases:
                  - name: a
                    steps:
                      - shell: {run: 'printf "%s" "$P" > left.txt', env: {P: "${{ inputs('password') }}"}}
                      - approval: {message: go on?}
                      - shell: {run: 'cat left.txt; echo "found=$(cat left.txt)" >> "$BELAY_OUTPUT"'}
                        name: look
                """;
        bench.whileRealTimePasses = () -> bench.stop = StopSignal.Asked.STOP_NOW;
        String run =
                ((RunOutcome.Stopped) bench.runs().run(bench.request(yaml, inputs), _ -> {})).run();
        bench.stop = StopSignal.Asked.NOTHING;
        bench.whileRealTimePasses = () -> bench.runs().answer(run, Optional.empty(), true, "ann");

        RunOutcome without = bench.runs().resume(run, new LinkedHashMap<>(), _ -> {}).orElseThrow();
        bench.events.clear();
        RunOutcome with = bench.runs().resume(run, inputs, bench.events::add).orElseThrow();

        assertThat(((RunOutcome.BadInput) without).problems().getFirst().message())
                .contains("'password' is kept nowhere", "what the step 'look' prints");
        assertThat(RunBench.report(with).verdict()).contains(RunVerdict.COMMITTED);
        assertThat(bench.runs().log(run, "look").orElseThrow()).contains("[secure]");
        assertThat(bench.events.toString() + RunBench.report(with).toJson() + kept(run))
                .doesNotContain(secret)
                .doesNotContain("4711");
    }

    @Test
    void steps_inside_a_parallel_one_run_at_the_same_time() {
        RunReport report =
                run(
                        """
                        - parallel:
                            - shell: "until test -e b; do sleep 0.05; done; touch a"
                            - shell: "touch b; until test -e a; do sleep 0.05; done"
                        """);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
    }
}
