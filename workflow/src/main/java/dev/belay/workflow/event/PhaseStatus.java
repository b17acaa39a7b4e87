package dev.belay.workflow.event;

/** Where a phase stands. */
public enum PhaseStatus {
    /** Its turn has not come. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** A step failed, and the run goes on, as the file or a person says. */
    IGNORED,
    /** The run was cancelled in it. */
    CANCELLED,
    /** Its condition does not hold. */
    SKIPPED
}
