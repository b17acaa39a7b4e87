package dev.belay.cli.command;

import dev.belay.workflow.event.RunReport;
import dev.belay.workflow.execution.RunOutcome;

import java.util.Map;
import java.util.Optional;

/**
 * How a command on a workflow run ended.
 *
 * @param exit the process's exit code
 * @param report empty where there was none
 */
record RunEnding(int exit, Optional<RunReport> report) {

    private static final int SECOND_SIGNAL = 130;

    /**
     * Shows the outcome.
     *
     * @param folder of the workflow file as the user wrote it; empty where the file is not at hand
     * @param texts of the workflow's files, to show what is wrong in them
     * @throws BadInput if the definition, or the inputs given again, do not fit
     */
    static RunEnding show(
            RunOutcome outcome, Optional<String> folder, Map<String, String> texts, Output output) {
        return switch (outcome) {
            case RunOutcome.Reported(var report) -> {
                output.report(report);
                yield new RunEnding(report.exit(), Optional.of(report));
            }
            case RunOutcome.BadInput(var problems) ->
                    throw WorkflowInput.bad(problems, folder, texts);
            case RunOutcome.Stopped(var run) -> {
                output.aside(
                        "Stopped as asked; the run is unfinished. To go on: belay resume " + run);
                yield new RunEnding(SECOND_SIGNAL, Optional.empty());
            }
        };
    }
}
