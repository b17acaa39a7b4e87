package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.run.RollbackOptions;
import dev.belay.transaction.run.TransactionOutcome;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.transaction.run.Transactions;

import java.util.List;
import java.util.Optional;

/**
 * {@code belay rollback}: undo a deployment now, whether it failed, succeeded or was interrupted.
 */
public final class RollbackCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(
                    Option.flag(
                            "--accept-deletions",
                            "What a successful deployment created may be deleted, with what lies"
                                    + " inside by now."),
                    StrategyOption.ROLLBACK,
                    Option.value(
                            "--timeout",
                            "DURATION",
                            "The longest wait for ARM to come to rest. Default: 2h."),
                    Option.later("--lift-locks", ""));

    @Override
    public Grammar grammar() {
        return Grammar.command("rollback", "Put back what a transaction touched, and prove it.")
                .positional(
                        "TRANSACTION",
                        "Id printed by 'belay deploy', or its beginning. Default: the one"
                                + " unfinished, else the newest.",
                        false)
                .options(ScopeOptions.WHICH)
                .options(OPTIONS)
                .options(Target.ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        var options =
                new RollbackOptions(
                        arguments.has("--accept-deletions"),
                        false,
                        Durations.timeout(arguments),
                        StrategyOption.of(arguments));
        try (Connection connection = Target.open(arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            Transactions transactions =
                    wiring.transactions(
                            connection,
                            wiring.store(arguments.text("--store")),
                            Target.requestTimeout(arguments),
                            stop);
            List<TransactionSummary> all = transactions.list();
            TransactionSummary chosen =
                    arguments
                            .positional(0)
                            .map(id -> Selection.named(all, id))
                            .orElseGet(() -> Selection.obvious(arguments, all));
            output.note(
                    "Undoing deployment '" + chosen.deployment() + "', transaction " + chosen.id());
            TransactionOutcome outcome =
                    transactions
                            .rollback(
                                    chosen.id(),
                                    options,
                                    output.events(connection.clock(), chosen.scope()))
                            .orElseThrow(
                                    () ->
                                            BadInput.of(
                                                    "The transaction '"
                                                            + chosen.id()
                                                            + "' is gone from the store.",
                                                    ""));
            return Ending.show(outcome, Ending.Of.ROLLBACK, Optional.empty(), output).exit();
        }
    }
}
