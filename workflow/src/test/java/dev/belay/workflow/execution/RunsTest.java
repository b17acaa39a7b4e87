package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class RunsTest {

    private static final Map<String, String> BEFORE = Map.of("web", "1", "data", "1");

    private final RunBench bench = new RunBench();

    /** Two provisioners; the second takes an output of the first. */
    private static String workflow(String phases) {
        return """
        name: shop
        provisioners:
          web:
            template: net.json
            scope: {resourceGroup: rg}
            parameters:
              values: {name: web, release: "2"}
          new:
            template: net.json
            scope: {resourceGroup: rg}
            parameters:
              values: {name: new, release: "${{ provisioners('web').outputs.release }}"}
        phases:
        """
                + phases;
    }

    private static String twoSteps(String then) {
        return workflow(
                """
                - name: provision
                  steps:
                    - arm: web
                      name: web
                    - arm: new
                      name: new
                """
                        + then);
    }

    @Test
    void a_run_that_succeeds_commits_what_its_steps_held() {
        RunReport report = bench.run(twoSteps(""));

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(report.exit()).isZero();
        assertThat(report.rollbacks()).isEmpty();
        assertThat(report.phases().getFirst().status()).isEqualTo(PhaseStatus.SUCCEEDED);
        assertThat(bench.releases()).isEqualTo(Map.of("web", "2", "data", "1", "new", "2"));
        assertThat(bench.transactions().list())
                .allSatisfy(each -> assertThat(each.state()).isEqualTo("COMMITTED"));
        assertThat(bench.runs().list().getFirst().verdict()).contains(RunVerdict.COMMITTED);
    }

    @Test
    void a_later_failure_undoes_everything_in_reverse() {
        RunReport report =
                bench.run(
                        twoSteps(
                                """
                                - name: check
                                  steps:
                                    - shell: "echo broken; exit 3"
                                      name: check
                                """));

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(report.exit()).isEqualTo(3);
        assertThat(bench.releases()).isEqualTo(BEFORE);
        assertThat(report.rollbacks())
                .extracting(RunReport.RollbackLine::step)
                .containsExactly("new", "web");
        assertThat(report.cause().orElseThrow().message()).contains("exited with 3");
        assertThat(bench.runs().log(report.run().orElseThrow(), "check").orElseThrow())
                .contains("broken");
    }

    @Test
    void a_failed_deployment_is_held_and_undone_with_the_others() {
        var failing =
                new RunBench(
                        ",\"faults\":[{\"when\":{\"method\":\"PUT\",\"type\":"
                                + "\"Microsoft.Network/networkSecurityGroups\",\"nth\":2,"
                                + "\"stage\":\"provisioning\"},\"then\":{\"fail\":{\"status\":409,"
                                + "\"code\":\"Boom\",\"message\":\"It broke.\"}}}]");

        RunReport report = failing.run(twoSteps(""));

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(report.cause().orElseThrow().code()).isEqualTo("Boom");
        assertThat(failing.releases()).isEqualTo(BEFORE);
        assertThat(step(report, "new").status()).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void stop_keeps_what_was_provisioned() {
        RunReport report =
                bench.run(
                        twoSteps(
                                """
                                - name: check
                                  onFailure: stop
                                  steps:
                                    - shell: "exit 1"
                                """));

        assertThat(report.verdict()).contains(RunVerdict.KEPT);
        assertThat(report.exit()).isEqualTo(7);
        assertThat(bench.releases()).containsEntry("web", "2").containsEntry("new", "2");
        assertThat(bench.transactions().list())
                .allSatisfy(each -> assertThat(each.state()).isEqualTo("KEPT"));
    }

    @Test
    void ignore_goes_on() {
        RunReport report =
                bench.run(
                        workflow(
                                """
                                - name: check
                                  onFailure: ignore
                                  steps:
                                    - shell: "exit 1"
                                - name: provision
                                  steps:
                                    - arm: web
                                """));

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(report.phases().getFirst().status()).isEqualTo(PhaseStatus.IGNORED);
        assertThat(bench.releases()).containsEntry("web", "2");
    }

    @Test
    void conditions_skip_steps_and_phases() {
        RunReport report =
                bench.run(
                        workflow(
                                """
                                - name: first
                                  steps:
                                    - arm: web
                                      when: "${{ equals(run().name, 'another') }}"
                                      name: web
                                - name: second
                                  when: "${{ not(equals(steps('web').status, 'SKIPPED')) }}"
                                  steps:
                                    - shell: "exit 1"
                                """));

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(step(report, "web").status()).isEqualTo(StepStatus.SKIPPED);
        assertThat(report.phases().getLast().status()).isEqualTo(PhaseStatus.SKIPPED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
    }

    @Test
    void a_failure_with_nothing_provisioned_exits_3() {
        RunReport report = bench.run(workflow("- name: a\n  steps:\n    - shell: 'exit 1'\n"));

        assertThat(report.verdict()).contains(RunVerdict.FAILED);
        assertThat(report.exit()).isEqualTo(3);
    }

    @Test
    void a_refusal_before_any_effect_exits_6() {
        RunReport report = bench.run(twoSteps("").replace("resourceGroup: rg", "resourceGroup: x"));

        assertThat(report.verdict()).contains(RunVerdict.REFUSED);
        assertThat(report.exit()).isEqualTo(6);
        assertThat(bench.releases()).isEqualTo(BEFORE);
    }

    static RunReport.StepLine step(RunReport report, String name) {
        return report.phases().stream()
                .flatMap(phase -> phase.steps().stream())
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
