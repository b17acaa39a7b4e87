package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.transaction.event.Report;

import java.util.List;

/** Where a transaction of a workflow run stands after work on it. */
public sealed interface HeldOutcome {

    /**
     * Its deployment is terminal; the run has to commit, keep or undo it.
     *
     * @param succeeded whether the deployment did
     */
    record Held(Report report, boolean succeeded) implements HeldOutcome {}

    /** It is finished and nothing of it is left to decide: refused, untouched, undone, kept. */
    record Finished(Report report) implements HeldOutcome {}

    /** It could be brought neither to an end of its deployment nor of its undo; resumable. */
    record Unsettled(Report report, ArmError error) implements HeldOutcome {}

    /** The template or its parameters are wrong; nothing was touched and nothing was kept. */
    record BadInput(List<Diagnostic> diagnostics) implements HeldOutcome {
        public BadInput {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** The run's process died before anything of it was kept: nothing was touched. */
    record NeverOpened() implements HeldOutcome {}

    /** A person told it to stop at once; resumable. */
    record Stopped() implements HeldOutcome {}
}
