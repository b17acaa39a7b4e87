package dev.belay.workflow.execution;

import dev.belay.workflow.definition.Problem;
import dev.belay.workflow.event.RunReport;

import java.util.List;

/** How a command on a run ended. */
public sealed interface RunOutcome {

    /** It came to a verdict; {@code NOT_RESTORED}: it is unfinished and can be resumed. */
    record Reported(RunReport report) implements RunOutcome {}

    /** What was kept of the definition, or the inputs given again, does not fit. */
    record BadInput(List<Problem> problems) implements RunOutcome {
        public BadInput {
            problems = List.copyOf(problems);
        }
    }

    /** It was told to stop at once; a later {@code resume} goes on. */
    record Stopped(String run) implements RunOutcome {}
}
