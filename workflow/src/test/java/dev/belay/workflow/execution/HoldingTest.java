package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.transaction.log.HoldPoint;
import dev.belay.transaction.log.HoldingTransactionStore;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run held before and after every entry of its log and its transactions' logs is finished. */
final class HoldingTest {

    private static final String PROVISION =
            """
            name: shop
            provisioners:
              web:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: web, release: "2"}
              webAgain:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: web, release: "${{ concat(provisioners('web').outputs.release, '3') }}"}
              new:
                template: net.json
                scope: {resourceGroup: rg}
                parameters:
                  values: {name: new, release: "2"}
            phases:
              - name: provision
                steps:
                  - arm: web
                  - parallel:
                      - arm: webAgain
                      - arm: new
                  - wait: PT10S
            """;

    private static final String FAILING =
            PROVISION
                    + """
                      - name: check
                        steps:
                          - http: {url: "http://127.0.0.1:1/"}
                    """;

    private static final Map<String, String> BEFORE = Map.of("web", "1", "data", "1");
    private static final Map<String, String> AFTER = Map.of("web", "23", "data", "1", "new", "2");

    @Test
    void wherever_a_run_that_succeeds_was_held_another_process_commits_it() {
        int entries = everywhere(PROVISION, RunVerdict.COMMITTED, AFTER);

        assertThat(entries).isGreaterThan(30);
    }

    @Test
    void wherever_a_run_that_fails_was_held_another_process_undoes_it() {
        int entries = everywhere(FAILING, RunVerdict.RESTORED, BEFORE);

        assertThat(entries).isGreaterThan(45);
    }

    private static int everywhere(String yaml, RunVerdict verdict, Map<String, String> end) {
        int entry = 1;
        while (held(yaml, new HoldPoint(entry, HoldPoint.Side.BEFORE), verdict, end)
                && held(yaml, new HoldPoint(entry, HoldPoint.Side.AFTER), verdict, end)) {
            entry++;
        }
        return entry;
    }

    /** Returns false if the run ended before the entry. */
    private static boolean held(
            String yaml, HoldPoint point, RunVerdict verdict, Map<String, String> end) {
        var bench = new RunBench();
        var held = new boolean[1];
        var holding =
                new HoldingTransactionStore(
                        bench.store,
                        point,
                        () -> {
                            held[0] = true;
                            throw new IllegalStateException("held");
                        });
        try {
            bench.runs(holding).run(bench.request(yaml, new LinkedHashMap<>()), _ -> {});
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("held");
        }
        if (!held[0]) {
            return false;
        }
        bench.store.ownersDied();
        List<RunSummary> known = bench.runs().list();
        if (!known.isEmpty()) {
            RunReport report = bench.resume(known.getFirst().run());
            assertThat(report.verdict()).as("held %s", point).isPresent();
            assertThat(report.verdict().get()).as("held %s", point).isEqualTo(verdict);
            assertThat(bench.releases()).as("held %s", point).isEqualTo(end);
        } else {
            assertThat(bench.releases()).as("held %s", point).isEqualTo(BEFORE);
        }
        assertThat(bench.deployed).as("held %s", point).doesNotHaveDuplicates();
        assertThat(bench.deployed).as("held %s", point).hasSizeLessThanOrEqualTo(3);
        return true;
    }
}
