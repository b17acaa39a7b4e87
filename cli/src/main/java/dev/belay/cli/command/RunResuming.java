package dev.belay.cli.command;

import dev.belay.cli.wiring.Connection;
import dev.belay.cli.wiring.Wiring;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.workflow.event.RunEvent;
import dev.belay.workflow.execution.RunOutcome;
import dev.belay.workflow.execution.RunSummary;
import dev.belay.workflow.execution.Runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes on with a workflow run, at the ARM where it was begun unless another address is given. */
final class RunResuming {

    private final Arguments arguments;
    private final Wiring wiring;
    private final Output output;

    RunResuming(Arguments arguments, Wiring wiring, Output output) {
        this.arguments = arguments;
        this.wiring = wiring;
        this.output = output;
    }

    /**
     * What was exported at the beginning cannot be made later, so only 'surgical' is another way.
     */
    private Optional<Strategy> strategy() {
        Optional<Strategy> strategy = StrategyOption.of(arguments);
        if (strategy.filter(Strategy.COMPLETE::equals).isPresent()) {
            throw BadInput.of(
                    "'--strategy complete' is chosen in the workflow, before it is run.",
                    "Leave it out, or use '--strategy surgical'.");
        }
        return strategy;
    }

    int of(String id) {
        Optional<Duration> timeout =
                arguments.text("--timeout").map(text -> Durations.parse("--timeout", text));
        RunSummary run = RunSelection.named(RunsCommand.list(arguments, wiring), id);
        Optional<String> address = arguments.text("--arm").or(() -> Optional.of(run.origin()));
        try (Connection connection = Target.open(address, arguments, wiring);
                var stop = new Stopping(wiring.signals(), output)) {
            Runs runs =
                    wiring.runs(
                            connection,
                            wiring.store(arguments.text("--store")),
                            Target.requestTimeout(arguments),
                            Deadline.of(stop, connection.clock(), timeout),
                            Path.of(run.folder()));
            RunOutcome outcome =
                    runs.resume(
                                    run.run(),
                                    WorkflowInput.secrets(arguments, wiring.around()),
                                    strategy(),
                                    view(runs, run.run(), connection))
                            .orElseThrow(() -> gone(run.run()));
            return RunEnding.show(outcome, Optional.empty(), Map.of(), output).exit();
        }
    }

    private Consumer<RunEvent> view(Runs runs, String run, Connection connection) {
        return output.runEvents(
                connection.clock(),
                runs.workflow(run).orElseThrow(() -> gone(run)),
                runs.show(run),
                wiring::terminalSize);
    }

    private static BadInput gone(String run) {
        return BadInput.of("The run '" + run + "' is gone from the store.", "");
    }
}
