package dev.belay.cli.command;

import dev.belay.view.text.Complaint;

/**
 * ARM was not there when a command began, so nothing was touched. Caught by {@code Belay} alone,
 * which exits with 6.
 */
public final class Unreachable extends RuntimeException {

    private final transient Complaint complaint;

    /**
     * @param what what happened, a sentence
     * @param hint what to do, a sentence
     */
    Unreachable(String what, String hint) {
        super(what, null, false, false);
        this.complaint = Complaint.of(what, hint);
    }

    public Complaint complaint() {
        return complaint;
    }
}
