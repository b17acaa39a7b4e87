package dev.belay.workflow.execution;

/** The process is to stop at once; the run is left as the log has it. */
final class RunStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunStoppedException() {
        super("Stopped at once.");
    }
}
