package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.json.JsonObject;
import dev.belay.transaction.run.RollbackOptions;
import dev.belay.transaction.run.TransactionOutcome;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.transaction.run.Transactions;
import dev.belay.workflow.execution.RunSummary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes the transactions of a workflow run that has ended, the newest first. */
final class RunRollback {

    /** Exit codes, worst first. */
    private static final List<Integer> WORST = List.of(1, 130, 5, 4, 6, 0);

    /** After these the next transaction can be undone. */
    private static final Set<Integer> GOES_ON = Set.of(0, 4);

    private final Arguments arguments;
    private final Wiring wiring;
    private final Output output;
    private final RollbackOptions options;

    RunRollback(Arguments arguments, Wiring wiring, Output output, RollbackOptions options) {
        this.arguments = arguments;
        this.wiring = wiring;
        this.output = output;
        this.options = options;
    }

    /**
     * @return the worst exit code of the transactions
     */
    int of(String id) {
        RunSummary run = RunSelection.named(RunsCommand.list(arguments, wiring), id);
        if (run.verdict().isEmpty()) {
            throw BadInput.of(
                    "The run '" + run.run() + "' is unfinished.",
                    "'belay cancel "
                            + run.run()
                            + "' undoes it where a process is at work on it; else 'belay resume "
                            + run.run()
                            + "' goes on.");
        }
        Optional<String> address = arguments.text("--arm").or(() -> Optional.of(run.origin()));
        try (Connection connection = Target.open(address, arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            int exit =
                    undone(
                            wiring.transactions(
                                    connection,
                                    wiring.store(arguments.text("--store")),
                                    Target.requestTimeout(arguments),
                                    stop),
                            run.run(),
                            connection);
            output.either(
                    JsonObject.builder()
                            .put("type", "runRollback")
                            .put("formatVersion", 1)
                            .put("run", run.run())
                            .put("exit", exit)
                            .build(),
                    List.of());
            return exit;
        }
    }

    private int undone(Transactions transactions, String run, Connection connection) {
        List<TransactionSummary> mine =
                transactions.list().stream()
                        .filter(each -> each.run().filter(run::equals).isPresent())
                        .toList()
                        .reversed();
        var exits = new ArrayList<Integer>();
        for (TransactionSummary each : mine) {
            output.note("Undoing deployment '" + each.deployment() + "', transaction " + each.id());
            TransactionOutcome outcome =
                    transactions
                            .rollback(
                                    each.id(),
                                    options,
                                    output.events(connection.clock(), each.scope()))
                            .orElseThrow();
            int exit = Ending.show(outcome, Ending.Of.ROLLBACK, Optional.empty(), output).exit();
            exits.add(exit);
            if (!GOES_ON.contains(exit)) {
                break;
            }
        }
        return WORST.stream().filter(exits::contains).findFirst().orElse(0);
    }
}
