package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.transaction.run.StopSignal;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Approvals, questions, cancelling, signals. */
final class PeopleTest {

    private static final Map<String, String> BEFORE = Map.of("web", "1", "data", "1");
    private static final Map<String, String> AFTER = Map.of("web", "2", "data", "1");

    private static final String WEB =
            """
            name: shop
            provisioners:
              web:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: web, release: "2"}
            phases:
            """;

    private static final String APPROVED =
            WEB
                    + """
                      - name: a
                        steps:
                          - arm: web
                          - approval: {message: "Release ${{ provisioners('web').outputs.release }}?", timeout: PT1H}
                            name: ask
                    """;

    private static final String ASKING =
            WEB
                    + """
                      - name: a
                        onFailure: ask
                        steps:
                          - arm: web
                          - shell: exit 1
                      - name: b
                        steps:
                          - shell: echo on
                    """;

    private final RunBench bench = new RunBench();

    /** Does something once, when the run waits. */
    private void meanwhile(Consumer<String> act) {
        var done = new boolean[1];
        bench.whileRealTimePasses =
                () -> {
                    if (!done[0]) {
                        done[0] = true;
                        act.accept(bench.runs().list().getFirst().run());
                    }
                };
    }

    private void answer(String run, boolean approved) {
        assertThat(bench.runs().answer(run, Optional.empty(), approved, "ann"))
                .isInstanceOf(Posted.Done.class);
    }

    @Test
    void an_approval_lets_the_run_go_on() {
        meanwhile(run -> answer(run, true));

        RunReport report = bench.run(APPROVED);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(RunsTest.step(report, "ask").outputs().textAt("/by")).contains("ann");
        assertThat(bench.releases()).isEqualTo(AFTER);
    }

    @Test
    void what_is_asked_is_shown_while_it_waits() {
        meanwhile(
                run -> {
                    RunReport now = bench.runs().show(run).orElseThrow();
                    assertThat(now.waiting())
                            .extracting(RunReport.Question::message)
                            .containsExactly("Release 2?");
                    assertThat(bench.runs().list().getFirst().waiting()).isTrue();
                    answer(run, true);
                });

        assertThat(bench.run(APPROVED).waiting()).isEmpty();
    }

    @Test
    void a_rejection_rolls_back() {
        meanwhile(run -> answer(run, false));

        RunReport report = bench.run(APPROVED);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(RunsTest.step(report, "ask").status()).isEqualTo(StepStatus.REJECTED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
    }

    @Test
    void nobody_in_time_is_a_rejection() {
        RunReport report = bench.run(APPROVED);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(bench.real).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void an_answer_to_nothing_is_refused() {
        String run = bench.run(WEB + "- name: a\n  steps: [{arm: web}]\n").run().orElseThrow();

        assertThat(bench.runs().answer(run, Optional.empty(), true, "ann"))
                .isInstanceOf(Posted.TooLate.class);
        assertThat(bench.runs().answer("run-none", Optional.empty(), true, "ann"))
                .isInstanceOf(Posted.NoRun.class);
        assertThat(bench.runs().cancel(run, false, "ann")).isInstanceOf(Posted.TooLate.class);
    }

    @Test
    void after_a_failure_a_person_may_let_it_go_on() {
        meanwhile(run -> answer(run, true));

        RunReport report = bench.run(ASKING);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(report.phases().getFirst().status()).isEqualTo(PhaseStatus.IGNORED);
        assertThat(bench.releases()).isEqualTo(AFTER);
    }

    @Test
    void after_a_failure_a_person_may_have_it_rolled_back() {
        meanwhile(run -> answer(run, false));

        RunReport report = bench.run(ASKING);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
    }

    @Test
    void a_cancelled_run_is_rolled_back() {
        meanwhile(run -> bench.runs().cancel(run, false, "ann"));

        RunReport report = bench.run(APPROVED);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(report.cause().orElseThrow().message()).contains("ann");
        assertThat(report.phases().getFirst().status()).isEqualTo(PhaseStatus.CANCELLED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
    }

    @Test
    void a_run_cancelled_with_keep_leaves_what_it_provisioned() {
        meanwhile(run -> bench.runs().cancel(run, true, "ann"));

        RunReport report = bench.run(APPROVED);

        assertThat(report.verdict()).contains(RunVerdict.KEPT);
        assertThat(bench.releases()).isEqualTo(AFTER);
        assertThat(bench.transactions().list())
                .extracting(TransactionSummary::state)
                .containsExactly("KEPT");
    }

    @Test
    void a_signal_before_any_effect_leaves_everything_untouched() {
        bench.stop = StopSignal.Asked.CANCEL;

        RunReport report = bench.run(APPROVED);

        assertThat(report.verdict()).contains(RunVerdict.UNTOUCHED);
        assertThat(report.exit()).isEqualTo(6);
        assertThat(bench.deployed).isEmpty();
    }

    @Test
    void a_signal_while_a_deployment_runs_cancels_and_undoes_it() {
        RunOutcome outcome =
                bench.runs()
                        .run(
                                bench.request(APPROVED, new LinkedHashMap<>()),
                                _ -> {
                                    if (!bench.deployed.isEmpty()) {
                                        bench.stop = StopSignal.Asked.CANCEL;
                                    }
                                });

        assertThat(RunBench.report(outcome).verdict()).contains(RunVerdict.RESTORED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
    }

    @Test
    void a_second_signal_stops_at_once_and_a_resume_asks_no_second_time() {
        meanwhile(_ -> bench.stop = StopSignal.Asked.STOP_NOW);
        RunOutcome outcome =
                bench.runs().run(bench.request(APPROVED, new LinkedHashMap<>()), _ -> {});
        String run = ((RunOutcome.Stopped) outcome).run();
        bench.stop = StopSignal.Asked.NOTHING;
        meanwhile(id -> answer(id, true));

        RunReport report = bench.resume(run);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(RunsTest.step(report, "ask").attempts()).isEqualTo(1);
        assertThat(bench.deployed).hasSize(1);
    }
}
