package dev.belay.workflow.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.transaction.run.StopSignal;
import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunVerdict;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs whose files are gone, or others, by the time somebody looks at them or goes on. */
final class VanishedFilesTest {

    private static final String PARAMETERS =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
             "contentVersion": "1.0.0.0",
             "parameters": {"name": {"value": "web"}, "release": {"value": "2"}}}
            """;

    private static final String ASKED_FIRST =
            """
            name: shop
            provisioners:
              web:
                template: net.json
                scope: {resourceGroup: rg}
                parameters: {file: web.parameters.json}
            phases:
              - name: a
                steps:
                  - approval: {message: go on?}
                  - arm: web
                    name: web
            """;

    private static final String ASKED_LAST =
            """
            name: shop
            provisioners:
              web:
                template: net.json
                scope: {resourceGroup: rg}
                parameters: {file: web.parameters.json}
            phases:
              - name: a
                steps:
                  - arm: web
                    name: web
                  - approval: {message: go on?}
            """;

    private final RunBench bench = new RunBench();

    /** A run that was stopped while it asked. */
    private String stopped(String yaml) {
        bench.files.put("web.parameters.json", PARAMETERS);
        bench.whileRealTimePasses = () -> bench.stop = StopSignal.Asked.STOP_NOW;
        RunOutcome outcome =
                bench.runs().run(bench.request(yaml, new LinkedHashMap<>()), bench.events::add);
        bench.stop = StopSignal.Asked.NOTHING;
        String run = ((RunOutcome.Stopped) outcome).run();
        bench.whileRealTimePasses = () -> bench.runs().answer(run, Optional.empty(), true, "ann");
        return run;
    }

    @Test
    void a_run_is_shown_from_its_store_alone() {
        String run = stopped(ASKED_LAST);
        bench.files.clear();

        RunReport report = bench.runs().show(run).orElseThrow();

        assertThat(report.phases().getFirst().steps()).hasSize(2);
        assertThat(bench.runs().log(run, "web").orElseThrow()).contains("deploymentEnded");
        assertThat(bench.runs().list()).hasSize(1);
    }

    @Test
    void a_parameter_file_that_is_no_such_file_any_more_does_not_matter_to_the_record() {
        String run = stopped(ASKED_LAST);
        bench.files.put("web.parameters.json", "{\"parameters\": {\"other\": {\"value\": 1}}}");

        assertThat(bench.runs().show(run)).isPresent();
    }

    @Test
    void a_resume_that_needs_no_file_any_more_goes_on_without() {
        String run = stopped(ASKED_LAST);
        bench.files.clear();

        RunReport report = bench.resume(run);

        assertThat(report.verdict()).contains(RunVerdict.COMMITTED);
        assertThat(bench.releases()).isEqualTo(Map.of("web", "2", "data", "1"));
        assertThat(bench.deployed).hasSize(1);
    }

    @Test
    void a_resume_names_the_parameter_file_that_a_step_still_needs() {
        String run = stopped(ASKED_FIRST);
        bench.files.clear();

        RunOutcome without = bench.runs().resume(run, new LinkedHashMap<>(), _ -> {}).orElseThrow();

        Problem problem = ((RunOutcome.BadInput) without).problems().getFirst();
        assertThat(problem.message()).contains("web.parameters.json' is gone", "still needs it");
        assertThat(problem.hint().orElseThrow()).contains("Put it back", "belay cancel " + run);
        assertThat(bench.deployed).isEmpty();

        bench.files.put("web.parameters.json", PARAMETERS);

        assertThat(bench.resume(run).verdict()).contains(RunVerdict.COMMITTED);
        assertThat(bench.releases()).isEqualTo(Map.of("web", "2", "data", "1"));
    }

    @Test
    void a_cancelled_run_ends_without_the_file() {
        String run = stopped(ASKED_FIRST);
        bench.files.clear();
        bench.runs().cancel(run, false, "ann");

        RunReport report = bench.resume(run);

        assertThat(report.exit()).isEqualTo(6);
        assertThat(bench.deployed).isEmpty();
    }
}
