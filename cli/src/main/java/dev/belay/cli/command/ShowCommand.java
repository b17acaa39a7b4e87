package dev.belay.cli.command;

import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonWriter;
import dev.belay.transaction.run.Transactions;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.view.template.SavedTemplate;
import dev.belay.view.text.SavedText;

import java.util.List;

/** {@code belay show}: what a transaction did, or what it saved before. */
public final class ShowCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(
                    Option.flag("--saved", "Show the state saved before the deployment."),
                    Option.flag(
                            "--as-template",
                            "With --saved: as an ARM template, for people. Belay does not restore"
                                    + " from it."));

    @Override
    public Grammar grammar() {
        return Grammar.command("show", "Show what a transaction did, or what it saved.")
                .positional("TRANSACTION", "Its id, or the beginning of it.", true)
                .options(OPTIONS)
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        if (arguments.has("--as-template") && !arguments.has("--saved")) {
            throw BadInput.of(
                    "'--as-template' shows what was saved.", "Say '--saved --as-template'.");
        }
        Transactions transactions = wiring.records(wiring.store(arguments.text("--store")));
        String id =
                Selection.named(transactions.list(), arguments.positional(0).orElseThrow()).id();
        if (arguments.has("--saved")) {
            Snapshot saved =
                    transactions
                            .saved(id)
                            .orElseThrow(
                                    () ->
                                            BadInput.of(
                                                    "The transaction '" + id + "' saved nothing.",
                                                    "It ended before it came to that."));
            if (arguments.has("--as-template")) {
                JsonObject template =
                        SavedTemplate.of(
                                saved,
                                transactions.show(id).orElseThrow().scope(),
                                wiring.knowledge());
                output.either(template, JsonWriter.pretty(template).lines().toList());
            } else {
                output.either(saved.toJson(), SavedText.of(saved));
            }
        } else {
            output.report(transactions.show(id).orElseThrow());
        }
        return 0;
    }
}
