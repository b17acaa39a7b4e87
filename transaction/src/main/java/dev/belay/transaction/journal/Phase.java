package dev.belay.transaction.journal;

/** Where a transaction stands. */
public enum Phase {
    /** No entry yet. */
    NEW(false),
    OPEN(false),
    /** The snapshot is kept, nothing was sent. */
    GUARDED(false),
    /** The deployment may have been sent. */
    SUBMITTED(false),
    /** ARM has it. */
    ACCEPTED(false),
    /** It is terminal. */
    ENDED(false),
    /** The state right after it is kept. */
    QUIET(false),
    /** An undo was asked for after the transaction had ended. */
    ASKED(false),
    /** An undo is planned and may be under way. */
    UNDOING(false),
    HELD(false),
    REFUSED(true),
    UNTOUCHED(true),
    COMMITTED(true),
    KEPT(true),
    ROLLED_BACK(true),
    ROLLED_BACK_EXCEPT(true);

    private final boolean finished;

    Phase(boolean finished) {
        this.finished = finished;
    }

    /** Whether the transaction no longer blocks its scopes for others. */
    public boolean finished() {
        return finished;
    }
}
