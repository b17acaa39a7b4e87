package dev.belay.workflow.definition;

import java.util.Locale;

/** What happens when a step of a phase fails. */
public enum FailureStrategy {
    /** All that the run has provisioned so far is undone, in reverse. */
    ROLLBACK,
    /** The run ends as failed; what was provisioned stays. */
    STOP,
    /** The run goes on. */
    IGNORE,
    /** A person is asked: approving goes on, rejecting rolls back. */
    ASK;

    /** As the file writes it, e.g. {@code rollback}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
