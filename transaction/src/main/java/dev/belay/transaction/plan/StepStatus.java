package dev.belay.transaction.plan;

/** How a step ended. */
public enum StepStatus {
    /** The act was done and a GET shows its effect. */
    DONE,
    /** Nothing was to be done: a fresh GET already showed the target. */
    ALREADY_DONE,
    /** A lock, a policy or something foreign stands in the way; a person must act. */
    BLOCKED,
    /** It was refused or broke; a later pass may try again. */
    FAILED,
    /** What the fresh GET showed is not what was planned for; the next pass plans again. */
    OVERTAKEN;

    /** Whether the resource now is what the step wanted. */
    public boolean reachedTarget() {
        return this == DONE || this == ALREADY_DONE;
    }
}
