package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.event.TransactionDetails;
import dev.belay.transaction.log.TransactionStore;
import dev.belay.transaction.run.TransactionRecords;
import dev.belay.view.html.Pages;
import dev.belay.view.html.RunPage;
import dev.belay.view.html.RunsPage;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.event.RunReport.StepLine;
import dev.belay.workflow.execution.RunSummary;
import dev.belay.workflow.execution.Runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The pages of the runs of a store. */
final class RunPages {

    private final Wiring wiring;
    private final TransactionStore store;
    private final TransactionRecords records;

    RunPages(Wiring wiring, TransactionStore store) {
        this.wiring = wiring;
        this.store = store;
        this.records = wiring.records(store);
    }

    /** The page of one run. */
    String of(RunSummary run) {
        Runs runs = wiring.runRecords(store, Path.of(run.folder()));
        RunReport report = runs.show(run.run()).orElseThrow();
        TypeKnowledge knowledge = wiring.knowledge();
        var logs = new LinkedHashMap<String, List<String>>();
        var details = new LinkedHashMap<String, TransactionDetails>();
        steps(report)
                .forEach(
                        step -> {
                            runs.log(run.run(), step.name())
                                    .ifPresent(log -> logs.put(step.name(), log.lines().toList()));
                            step.provisioning()
                                    .map(Provisioning::transaction)
                                    .flatMap(id -> records.details(id, knowledge))
                                    .ifPresent(
                                            found ->
                                                    details.put(
                                                            found.report()
                                                                    .transaction()
                                                                    .orElseThrow(),
                                                            found));
                        });
        return Pages.run(new RunPage(report, run.owner(), logs, details));
    }

    /** The list of runs, the newest first, with links to their pages beside it. */
    static String list(List<RunSummary> runs) {
        return Pages.runs(new RunsPage(runs.reversed().stream().map(RunPages::row).toList()));
    }

    /** The name of a run's page in the folder of the list. */
    static String file(RunSummary run) {
        return run.run() + ".html";
    }

    private static RunsPage.Row row(RunSummary run) {
        return new RunsPage.Row(
                run.run(),
                run.workflow(),
                run.opened(),
                run.ended(),
                run.verdict(),
                run.phase(),
                run.waiting(),
                run.owner(),
                file(run));
    }

    private static Stream<StepLine> steps(RunReport report) {
        return report.phases().stream()
                .flatMap(phase -> phase.steps().stream())
                .flatMap(RunPages::withInner);
    }

    private static Stream<StepLine> withInner(StepLine step) {
        return Stream.concat(Stream.of(step), step.inner().stream().flatMap(RunPages::withInner));
    }
}
