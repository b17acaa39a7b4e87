package dev.belay.cli.command;

import dev.belay.workflow.execution.RunOutcome;

import java.util.Map;
import java.util.Optional;

/** How a command on a workflow run ended. */
final class RunEnding {

    private static final int SECOND_SIGNAL = 130;

    private RunEnding() {}

    /**
     * Shows the outcome.
     *
     * @param texts of the workflow's files, to show what is wrong in them
     * @return the process's exit code
     * @throws BadInput if the definition, or the inputs given again, do not fit
     */
    static int show(RunOutcome outcome, Map<String, String> texts, Output output) {
        return switch (outcome) {
            case RunOutcome.Reported(var report) -> {
                output.report(report);
                yield report.exit();
            }
            case RunOutcome.BadInput(var problems) ->
                    throw WorkflowInput.bad(problems, Optional.empty(), texts);
            case RunOutcome.Stopped(var run) -> {
                output.aside(
                        "Stopped as asked; the run is unfinished. To go on: belay resume " + run);
                yield SECOND_SIGNAL;
            }
        };
    }
}
