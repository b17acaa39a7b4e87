package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.json.JsonObject;
import dev.belay.template.value.Value;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run undoes: in reverse, attempt by attempt, and as far as it can. */
final class UndoingTest {

    private static final Map<String, String> BEFORE = Map.of("web", "1", "data", "1");

    static final String PROVISIONERS =
            """
            name: shop
            inputs:
              release: {type: string, default: "2"}
            provisioners:
              web:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: web, release: "${{ concat(inputs('release'), '.', run().name) }}"}
              webLater:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: web, release: "later"}
              new:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: new, release: "2"}
              other:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: other, release: "2"}
            phases:
            """;

    private static String fault(String members) {
        return ",\"faults\":[{" + members + "}]";
    }

    @Test
    void steps_that_change_the_same_place_are_undone_to_the_state_before_the_first() {
        var bench = new RunBench();

        RunReport report =
                bench.run(
                        PROVISIONERS
                                + """
                                - name: a
                                  steps:
                                    - arm: web
                                    - arm: webLater
                                    - arm: web
                                      name: once more
                                    - shell: exit 1
                                """);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
        assertThat(report.rollbacks())
                .extracting(line -> line.verdict().orElseThrow())
                .containsOnly(Verdict.RESTORED);
        assertThat(report.rollbacks())
                .flatExtracting(line -> line.transaction().orElseThrow().leftAlone())
                .isEmpty();
    }

    @Test
    void a_retry_is_a_new_transaction_after_the_first_is_undone() {
        var bench =
                new RunBench(
                        fault(
                                "\"when\":{\"method\":\"PUT\",\"type\":"
                                    + "\"Microsoft.Network/networkSecurityGroups\",\"stage\":"
                                    + "\"provisioning\"},\"then\":{\"applyThenFail\":{\"status\":409,\"code\":\"Boom\",\"message\":\"It"
                                    + " broke.\"}}"));

        RunReport report =
                bench.run(
                        PROVISIONERS
                                + """
                                - name: a
                                  steps:
                                    - arm: new
                                      name: new
                                      retry: {attempts: 2, wait: PT10S}
                                """);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(RunsTest.step(report, "new").attempts()).isEqualTo(2);
        assertThat(report.rollbacks())
                .extracting(RunReport.RollbackLine::attempt)
                .containsExactly(1);
        assertThat(bench.deployed).hasSize(2).doesNotHaveDuplicates();
        assertThat(bench.transactions().list())
                .extracting(TransactionSummary::state)
                .containsExactly("ROLLED_BACK", "COMMITTED");
    }

    @Test
    void what_cannot_be_undone_holds_back_only_what_it_stands_on_and_a_resume_goes_on() {
        var bench = new RunBench(brokenUndoOfWeb());

        RunReport stuck =
                bench.run(
                        PROVISIONERS
                                + """
                                - name: a
                                  steps:
                                    - arm: new
                                      name: new
                                    - arm: web
                                      name: first
                                    - arm: webLater
                                      name: second
                                    - shell: exit 1
                                """);

        assertThat(stuck.verdict()).contains(RunVerdict.NOT_RESTORED);
        assertThat(stuck.exit()).isEqualTo(5);
        assertThat(stuck.ended()).isEmpty();
        assertThat(verdicts(stuck))
                .containsEntry("second", Verdict.NOT_RESTORED)
                .containsEntry("first", Verdict.HELD)
                .containsEntry("new", Verdict.RESTORED);
        assertThat(bench.releases()).containsEntry("web", "later").doesNotContainKey("new");
        assertThat(bench.store.leases(tenant(bench)).living())
                .as("the run keeps its lease")
                .hasSize(1);

        bench.store.ownersDied();
        RunReport report = bench.resume(stuck.run().orElseThrow());

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
        assertThat(bench.store.leases(tenant(bench)).living()).isEmpty();
    }

    /** The undo PUTs of the first tries fail; those sent later do not. */
    private static String brokenUndoOfWeb() {
        return ",\"faults\":[{\"when\":{\"method\":\"PUT\",\"id\":\""
                + RunBench.NSG
                + "web\",\"stage\":\"request\",\"live\":{\"/tags/release\":\"later\"}},\"then\":"
                + "{\"fail\":{\"status\":400,\"code\":\"Broken\",\"message\":\"Not now.\"}},"
                + "\"times\":3}]";
    }

    private static String tenant(RunBench bench) {
        return bench.store
                .runs()
                .find(bench.runs().list().getFirst().run())
                .map(RunLog::of)
                .orElseThrow()
                .state()
                .opened()
                .orElseThrow()
                .tenant();
    }

    private static Map<String, Verdict> verdicts(RunReport report) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        report.rollbacks().forEach(line -> verdicts.put(line.step(), line.verdict().orElseThrow()));
        return verdicts;
    }

    @Test
    void what_others_changed_meanwhile_is_a_conflict_also_across_steps() {
        var bench = new RunBench();
        bench.whileRealTimePasses = () -> tagByOthers(bench, "theirs");

        RunReport report =
                bench.run(
                        PROVISIONERS
                                + """
                                - name: a
                                  steps:
                                    - arm: web
                                    - approval: {message: wait for others, timeout: PT2S}
                                """);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED_WITH_RESIDUE);
        assertThat(report.exit()).isEqualTo(4);
        assertThat(bench.releases()).containsEntry("web", "theirs");
    }

    private static void tagByOthers(RunBench bench, String release) {
        JsonObject body =
                RunBench.json(
                        "{location:'westeurope',tags:{release:'" + release + "'},properties:{}}");
        bench.request(
                ArmRequest.of(
                        Method.PUT,
                        URI.create(RunBench.NSG + "web?api-version=2023-09-01"),
                        body.toText()));
    }

    @Test
    void parallel_deployments_to_one_scope_take_turns() {
        var bench = new RunBench();
        bench.virtualTime = false;

        RunReport report =
                bench.run(
                        PROVISIONERS
                                + """
                                - name: a
                                  steps:
                                    - parallel:
                                        - arm: new
                                        - arm: other
                                        - arm: web
                                    - shell: exit 1
                                """);

        assertThat(report.verdict()).contains(RunVerdict.RESTORED);
        assertThat(bench.releases()).isEqualTo(BEFORE);
        List<String> order =
                bench.events.stream()
                        .filter(RunEvent.StepProgress.class::isInstance)
                        .map(RunEvent.StepProgress.class::cast)
                        .filter(
                                event ->
                                        event.event() instanceof TransactionEvent.Captured
                                                || event.event()
                                                        instanceof TransactionEvent.DeploymentEnded)
                        .map(RunEvent.StepProgress::step)
                        .toList();
        assertThat(order).hasSize(6);
        assertThat(order.get(0)).isEqualTo(order.get(1));
        assertThat(order.get(2)).isEqualTo(order.get(3));
        assertThat(order.get(4)).isEqualTo(order.get(5));
    }

    @Test
    void a_step_that_only_shows_a_value_of_a_secret_is_refused() {
        var bench = new RunBench();
        var inputs = new LinkedHashMap<String, Value>();
        inputs.put("release", Value.secure(Value.of("hush hush")));

        RunReport report =
                bench.run(
                        PROVISIONERS
                                + """
                                - name: a
                                  steps:
                                    - arm: web
                                      name: web
                                """,
                        inputs);

        assertThat(RunsTest.step(report, "web").status()).isEqualTo(StepStatus.REFUSED);
        assertThat(report.cause().orElseThrow().code()).isEqualTo("SecretInPlainParameter");
    }
}
