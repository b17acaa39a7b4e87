package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.view.text.RunListText;
import dev.belay.workflow.execution.RunSummary;

import java.util.List;

/** {@code belay runs}: the workflow runs of a store, oldest first. */
public final class RunsCommand implements Command {

    @Override
    public Grammar grammar() {
        return Grammar.command("runs", "List the workflow runs of a store, oldest first.")
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        List<RunSummary> all = list(arguments, wiring);
        List<Json> items = all.stream().<Json>map(RunSummary::toJson).toList();
        Output.of(arguments, wiring.around())
                .either(
                        JsonObject.builder()
                                .put("type", "runs")
                                .put("formatVersion", 1)
                                .put("runs", new JsonArray(items))
                                .build(),
                        RunListText.of(all.stream().map(RunsCommand::row).toList()));
        return 0;
    }

    static List<RunSummary> list(Arguments arguments, Wiring wiring) {
        return wiring.runRecords(
                        wiring.store(arguments.text("--store")), wiring.around().workingDirectory())
                .list();
    }

    private static RunListText.Row row(RunSummary summary) {
        return new RunListText.Row(
                summary.run(),
                summary.opened(),
                summary.workflow(),
                summary.phase(),
                summary.verdict().map(Enum::name),
                summary.waiting(),
                summary.owner());
    }
}
