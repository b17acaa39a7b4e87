package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonObject;
import dev.belay.workflow.execution.Posted;
import dev.belay.workflow.execution.RunSummary;
import dev.belay.workflow.execution.Runs;

import java.nio.file.Path;
import java.util.List;

/** A message to a workflow run's inbox; the process that runs it acts on it. */
final class Posting {

    private static final int NOTHING_DONE = 6;

    private final Arguments arguments;
    private final Wiring wiring;

    Posting(Arguments arguments, Wiring wiring) {
        this.arguments = arguments;
        this.wiring = wiring;
    }

    static Grammar answering(String name, String summary) {
        return Grammar.command(name, summary)
                .positional("RUN", "Id printed by 'belay run', or its beginning.", true)
                .options(
                        List.of(
                                Option.value(
                                        "--step",
                                        "NAME",
                                        "The step, or 'phase NAME', that asks. Default: the only"
                                                + " one.")))
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    int answer(boolean approved) {
        RunSummary run = chosen();
        return show(
                run.run(),
                approved ? "approved" : "rejected",
                runs(run)
                        .answer(
                                run.run(),
                                arguments.text("--step"),
                                approved,
                                wiring.owner().toString()));
    }

    int cancel(boolean keep) {
        RunSummary run = chosen();
        return show(
                run.run(),
                keep ? "cancelled, to be kept" : "cancelled",
                runs(run).cancel(run.run(), keep, wiring.owner().toString()));
    }

    private RunSummary chosen() {
        return RunSelection.named(
                RunsCommand.list(arguments, wiring), arguments.positional(0).orElseThrow());
    }

    private Runs runs(RunSummary run) {
        return wiring.runRecords(wiring.store(arguments.text("--store")), Path.of(run.folder()));
    }

    private int show(String run, String what, Posted posted) {
        return switch (posted) {
            case Posted.Done(var subject) -> {
                String text = subject.equals(run) ? what : "'" + subject + "' " + what;
                tell(
                        run,
                        "posted",
                        text,
                        "Run "
                                + run
                                + ": "
                                + text
                                + ". The process that runs it acts on it; if there is none, 'belay"
                                + " resume "
                                + run
                                + "' does.");
                yield 0;
            }
            case Posted.TooLate _ ->
                    refused(run, "tooLate", "The run '" + run + "' has ended or begun to end.");
            case Posted.NothingAsked _ ->
                    refused(run, "nothingAsked", "The run '" + run + "' asks nothing of that.");
            case Posted.Several(var subjects) ->
                    throw BadInput.of(
                            "The run asks several things: '" + String.join("', '", subjects) + "'.",
                            "Name one: --step NAME.");
            case Posted.NoRun _ ->
                    throw BadInput.of("The run '" + run + "' is gone from the store.", "");
        };
    }

    private int refused(String run, String result, String sentence) {
        tell(run, result, sentence, sentence);
        return NOTHING_DONE;
    }

    private void tell(String run, String result, String message, String sentence) {
        Output.of(arguments, wiring.around())
                .either(
                        JsonObject.builder()
                                .put("type", "message")
                                .put("formatVersion", 1)
                                .put("run", run)
                                .put("result", result)
                                .put("message", message)
                                .build(),
                        List.of(sentence));
    }
}
