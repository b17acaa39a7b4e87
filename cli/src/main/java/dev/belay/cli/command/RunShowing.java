package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.view.text.StepLogText;
import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.execution.RunSummary;
import dev.belay.workflow.execution.Runs;

import java.nio.file.Path;
import java.util.List;

/** Shows a workflow run, or one step of it. */
final class RunShowing {

    private final Arguments arguments;
    private final Wiring wiring;
    private final Output output;

    RunShowing(Arguments arguments, Wiring wiring, Output output) {
        this.arguments = arguments;
        this.wiring = wiring;
        this.output = output;
    }

    int of(String id) {
        if (arguments.has("--saved")) {
            throw BadInput.of(
                    "'--saved' shows what a transaction saved, and '" + id + "' is a run's id.",
                    "'belay list' names the transactions of runs.");
        }
        RunSummary run = RunSelection.named(RunsCommand.list(arguments, wiring), id);
        Runs runs =
                wiring.runRecords(wiring.store(arguments.text("--store")), Path.of(run.folder()));
        RunReport report = runs.show(run.run()).orElseThrow();
        arguments
                .text("--log")
                .ifPresentOrElse(step -> log(runs, run, report, step), () -> output.report(report));
        return 0;
    }

    private void log(Runs runs, RunSummary run, RunReport report, String step) {
        List<String> lines =
                runs.log(run.run(), step).orElseThrow(() -> nothing(run, step)).lines().toList();
        output.either(
                JsonObject.builder()
                        .put("type", "stepLog")
                        .put("formatVersion", 1)
                        .put("run", run.run())
                        .put("step", step)
                        .put("lines", new JsonArray(lines.stream().<Json>map(Json::of).toList()))
                        .build(),
                StepLogText.of(report, step, run.owner(), lines, output.style()));
    }

    private static BadInput nothing(RunSummary run, String step) {
        return BadInput.of(
                "Nothing is kept of a step '" + step + "' of the run '" + run.run() + "'.",
                "'belay show " + run.run() + "' names its steps.");
    }
}
