package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.run.StopSignal;
import dev.belay.workflow.execution.RunRequest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code belay run}: a workflow whose provisioning steps are undone if a later one fails. */
public final class RunCommand implements Command {

    private static final List<Option> OPTIONS =
            List.of(
                    Option.value(
                            "--timeout",
                            "DURATION",
                            "The longest that the whole run may take, by ARM's clock; then it is"
                                    + " cancelled and undone. Default: none."));

    @Override
    public Grammar grammar() {
        return Grammar.command("run", "Run a workflow; if it fails, undo every deployment of it.")
                .positional("FILE", "The workflow file, YAML.", true)
                .options(WorkflowInput.SETTING)
                .options(OPTIONS)
                .options(Target.ARM)
                .options(StoreOption.OPTIONS)
                .options(Output.OPTIONS);
    }

    @Override
    public int run(Arguments arguments, Wiring wiring) {
        Output output = Output.of(arguments, wiring.around());
        Optional<Duration> timeout =
                arguments.text("--timeout").map(text -> Durations.parse("--timeout", text));
        WorkflowInput input =
                WorkflowInput.read(wiring.around(), arguments.positional(0).orElseThrow());
        RunRequest request =
                input.request(
                        arguments,
                        wiring.around(),
                        Subscriptions.named(arguments, wiring.around()));
        try (Connection connection =
                        Target.open(arguments.text("--arm").or(input::arm), arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            StopSignal signal = Deadline.of(stop, connection.clock(), timeout);
            return RunEnding.show(
                    wiring.runs(
                                    connection,
                                    wiring.store(arguments.text("--store")),
                                    Target.requestTimeout(arguments),
                                    signal,
                                    input.folder())
                            .run(
                                    request,
                                    output.runEvents(
                                            connection.clock(),
                                            input.workflow(),
                                            wiring::terminalSize)),
                    input.files().texts(),
                    output);
        }
    }
}
