package dev.belay.workflow.event;

/** How a workflow run ended, and the exit code that says so (ARCHITECTURE section 7). */
public enum RunVerdict {
    /** Every step succeeded, or its failure was ignored; what was provisioned is kept. */
    COMMITTED(0),
    /** It failed, and nothing that it provisioned is left, proven. */
    RESTORED(3),
    /** It failed, and no step had provisioned anything. */
    FAILED(3),
    /** It failed, and all is as before but for what is named. */
    RESTORED_WITH_RESIDUE(4),
    /** It failed, and the undo could not finish; resumable. */
    NOT_RESTORED(5),
    /** It was refused; no step had an effect. */
    REFUSED(6),
    /** It was cancelled before any step had an effect. */
    UNTOUCHED(6),
    /** It failed, or a failure was ignored, and what was provisioned is left as it is. */
    KEPT(7);

    private final int exit;

    RunVerdict(int exit) {
        this.exit = exit;
    }

    /** The exit code of {@code run} and {@code resume}. */
    public int exit() {
        return exit;
    }
}
