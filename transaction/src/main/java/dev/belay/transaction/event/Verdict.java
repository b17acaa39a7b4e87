package dev.belay.transaction.event;

import java.util.OptionalInt;

/** How a command on a transaction ended, and the exit code that says so. */
public enum Verdict {
    /** Succeeded, kept. */
    COMMITTED(0, -1),
    /** No difference made by us is left, proven. */
    RESTORED(3, 0),
    /** As before but for what is named. */
    RESTORED_WITH_RESIDUE(4, 4),
    /** The undo could not finish; resumable. */
    NOT_RESTORED(5, 5),
    /** We, ARM's preflight, a policy or a lease said no; nothing was touched. */
    REFUSED(6, 6),
    /** Interrupted before anything was accepted. */
    UNTOUCHED(6, 0),
    /** Failed, left as it is because asked. */
    KEPT(7, -1),
    /** Nothing to undo, with the reason. */
    SKIPPED(-1, 0),
    /** Ended inside a workflow run, which decides later. */
    HELD(-1, -1);

    private static final int NEVER = -1;

    private final int exitOfDeploy;
    private final int exitOfRollback;

    Verdict(int exitOfDeploy, int exitOfRollback) {
        this.exitOfDeploy = exitOfDeploy;
        this.exitOfRollback = exitOfRollback;
    }

    /** The exit code of {@code deploy}; empty where it never ends so. */
    public OptionalInt exitOfDeploy() {
        return exitOfDeploy == NEVER ? OptionalInt.empty() : OptionalInt.of(exitOfDeploy);
    }

    /** The exit code of {@code rollback}; empty where it never ends so. */
    public OptionalInt exitOfRollback() {
        return exitOfRollback == NEVER ? OptionalInt.empty() : OptionalInt.of(exitOfRollback);
    }
}
