package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.run.TransactionRecords;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.view.html.Pages;
import dev.belay.view.template.SavedTemplate;
import dev.belay.view.text.SavedText;

import java.util.List;
import java.util.Optional;

/** {@code belay show}: what a transaction did, or what it saved before. */
public final class ShowCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(
                    Option.flag("--saved", "Show the state saved before the deployment."),
                    Option.value(
                            "--log",
                            "STEP",
                            "Of a run: what one of its steps did, and how it was undone."),
                    Option.value(
                            "--html",
                            "FILE",
                            "Write it as a page that needs nothing else, to read and to keep."),
                    Option.flag(
                            "--as-template",
                            "With --saved: as an ARM template, for people. Belay does not restore"
                                    + " from it."));

    @Override
    public Grammar grammar() {
        return Grammar.command("show", "Show what a transaction or a run did, or what was saved.")
                .positional("ID", "Of a transaction or a run, or its beginning.", true)
                .options(OPTIONS)
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        if (arguments.has("--html") && (arguments.has("--saved") || arguments.has("--log"))) {
            throw BadInput.of(
                    "A page holds what was saved and every log: '--html' stands alone.",
                    "Leave '--saved' or '--log' out.");
        }
        String named = arguments.positional(0).orElseThrow();
        return RunSelection.means(named)
                ? new RunShowing(arguments, wiring, output).of(named)
                : transaction(named, arguments, wiring, output);
    }

    private static int transaction(
            String named, Arguments arguments, Wiring wiring, Output output) {
        if (arguments.has("--log")) {
            throw BadInput.of(
                    "'--log' shows a step of a run, and '" + named + "' is no run's id.",
                    "Those begin with 'run-'; see 'belay runs'.");
        }
        if (arguments.has("--as-template") && !arguments.has("--saved")) {
            throw BadInput.of(
                    "'--as-template' shows what was saved.", "Say '--saved --as-template'.");
        }
        TransactionRecords records = wiring.records(wiring.store(arguments.text("--store")));
        String id = Selection.named(records.list(), named).id();
        Optional<String> page = arguments.text("--html");
        if (page.isPresent()) {
            PageFile.write(
                    wiring.around().path(page.get()),
                    Pages.transaction(records.details(id, wiring.knowledge()).orElseThrow()),
                    output);
        } else if (arguments.has("--saved")) {
            Snapshot saved =
                    records.saved(id)
                            .orElseThrow(
                                    () ->
                                            BadInput.of(
                                                    "The transaction '" + id + "' saved nothing.",
                                                    "It ended before it came to that."));
            if (arguments.has("--as-template")) {
                JsonObject template =
                        SavedTemplate.of(
                                saved, records.show(id).orElseThrow().scope(), wiring.knowledge());
                output.either(template, JsonWriter.pretty(template).lines().toList());
            } else {
                output.either(saved.toJson(), SavedText.of(saved));
            }
        } else {
            output.report(records.show(id).orElseThrow());
        }
        return 0;
    }
}
