package dev.belay.workflow.journal;

/** What becomes of everything that a run has provisioned. Once it is in the log it stands. */
public enum Decision {
    /** It is kept: the run succeeded. */
    COMMIT,
    /** It is left as it is although the run failed or was cancelled. */
    KEEP,
    /** It is undone in reverse. */
    ROLL_BACK
}
