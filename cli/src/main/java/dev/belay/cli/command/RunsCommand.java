package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.view.text.RunListText;
import dev.belay.workflow.execution.RunSummary;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code belay runs}: the workflow runs of a store, oldest first. */
public final class RunsCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--html",
                            "DIR",
                            "Write the list and a page of each run into a folder, as index.html"
                                    + " and run-….html."));

    @Override
    public Grammar grammar() {
        return Grammar.command("runs", "List the workflow runs of a store, oldest first.")
                .options(OPTIONS)
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        List<RunSummary> all = list(arguments, wiring);
        Output output = Output.of(arguments, wiring.around());
        Optional<String> folder = arguments.text("--html");
        if (folder.isPresent()) {
            pages(all, wiring.around().path(folder.get()), arguments, wiring, output);
            return 0;
        }
        List<Json> items = all.stream().<Json>map(RunSummary::toJson).toList();
        output.either(
                JsonObject.builder()
                        .put("type", "runs")
                        .put("formatVersion", 1)
                        .put("runs", new JsonArray(items))
                        .build(),
                RunListText.of(all.stream().map(RunsCommand::row).toList()));
        return 0;
    }

    private static void pages(
            List<RunSummary> all, Path folder, Arguments arguments, Wiring wiring, Output output) {
        var pages = new RunPages(wiring, wiring.store(arguments.text("--store")));
        all.forEach(run -> PageFile.write(folder.resolve(RunPages.file(run)), pages.of(run)));
        Path index = folder.resolve("index.html");
        PageFile.write(index, RunPages.list(all));
        PageFile.told(index, all.size() + 1, output);
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
