package dev.belay.cli.command;

import dev.belay.arm.Scope;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.view.text.ListText;

import java.util.List;

/** {@code belay list}: the transactions of a store, oldest first. */
public final class ListCommand implements Command {

    @Override
    public Grammar grammar() {
        return Grammar.command("list", "List the transactions of a store, oldest first.")
                .options(Target.ANY_ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        List<TransactionSummary> all =
                wiring.records(wiring.store(arguments.text("--store"))).list();
        List<Json> items = all.stream().<Json>map(TransactionSummary::toJson).toList();
        Output.of(arguments, wiring.around())
                .either(
                        JsonObject.builder()
                                .put("type", "transactions")
                                .put("transactions", new JsonArray(items))
                                .build(),
                        ListText.of(all.stream().map(ListCommand::row).toList()));
        return 0;
    }

    private static ListText.Row row(TransactionSummary summary) {
        String where =
                summary.scope() instanceof Scope.ResourceGroup(_, var name)
                        ? name
                        : summary.scope().path();
        return new ListText.Row(
                summary.id(),
                summary.opened(),
                where,
                summary.deployment(),
                summary.state(),
                summary.finished(),
                summary.run());
    }
}
