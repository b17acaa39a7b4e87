package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.run.Resumption;
import dev.belay.transaction.run.TransactionSummary;
import dev.belay.transaction.run.Transactions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code belay resume}: go on with a transaction whose process died, on this machine or another.
 * The deployment is never sent again.
 */
public final class ResumeCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(
                    StrategyOption.RESUME,
                    Option.value(
                            "--timeout",
                            "DURATION",
                            "The longest wait for ARM to come to rest. Default: as the deployment"
                                    + " was told."));

    @Override
    public Grammar grammar() {
        return Grammar.command("resume", "Go on with a transaction or a run whose process died.")
                .positional(
                        "ID",
                        "Id printed by 'belay deploy' or 'belay run', or its beginning.",
                        true)
                .options(WorkflowInput.SETTING)
                .options(OPTIONS)
                .options(Target.ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        String id = arguments.positional(0).orElseThrow();
        return RunSelection.means(id)
                ? new RunResuming(arguments, wiring, output).of(id)
                : transaction(id, arguments, wiring, output);
    }

    private static int transaction(String id, Arguments arguments, Wiring wiring, Output output) {
        refuseOfRuns(arguments);
        Optional<Duration> timeout =
                arguments.text("--timeout").map(_ -> Durations.timeout(arguments));
        try (Connection connection = Target.open(arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            Transactions transactions =
                    wiring.transactions(
                            connection,
                            wiring.store(arguments.text("--store")),
                            Target.requestTimeout(arguments),
                            stop);
            TransactionSummary chosen = Selection.named(transactions.list(), id);
            output.note(
                    "Going on with deployment '"
                            + chosen.deployment()
                            + "', transaction "
                            + chosen.id());
            Resumption resumption =
                    transactions
                            .resume(
                                    chosen.id(),
                                    timeout,
                                    output.events(connection.clock(), chosen.scope()))
                            .orElseThrow(() -> gone(chosen.id()));
            return Ending.show(
                            resumption.outcome(),
                            resumption.ofRollback() ? Ending.Of.ROLLBACK : Ending.Of.DEPLOY,
                            Optional.empty(),
                            output)
                    .exit();
        }
    }

    private static void refuseOfRuns(Arguments arguments) {
        for (String key : List.of("--set", "--set-file", "--strategy")) {
            if (arguments.has(key)) {
                throw BadInput.of(
                        "'" + key + "' goes with a run only, whose id begins with 'run-'.",
                        "Leave it out.");
            }
        }
    }

    private static BadInput gone(String id) {
        return BadInput.of("The transaction '" + id + "' is gone from the store.", "");
    }
}
