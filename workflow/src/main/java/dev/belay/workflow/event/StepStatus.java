package dev.belay.workflow.event;

/** Where a step, or one attempt of it, stands. */
public enum StepStatus {
    /** Its turn has not come. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    /** It did something, or may have, and did not reach its end. */
    FAILED,
    /** It failed before anything was touched. */
    REFUSED,
    /** A person said no, or nobody answered in time. */
    REJECTED,
    /** The run was cancelled while it ran. */
    CANCELLED,
    /** The run's process died before the step had done anything; it is begun again. */
    INTERRUPTED,
    /** Its condition does not hold. */
    SKIPPED;

    /** Whether its phase fails by it. */
    public boolean failed() {
        return switch (this) {
            case FAILED, REFUSED, REJECTED, CANCELLED -> true;
            case PENDING, RUNNING, SUCCEEDED, INTERRUPTED, SKIPPED -> false;
        };
    }

    /** Whether nothing more comes of it. */
    public boolean ended() {
        return failed() || this == SUCCEEDED || this == SKIPPED;
    }
}
