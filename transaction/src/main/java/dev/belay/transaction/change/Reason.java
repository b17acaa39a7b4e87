package dev.belay.transaction.change;

/** Why something differs from the snapshot after an undo. */
public enum Reason {
    /** It was not there before and no operation of the deployment created it. */
    NOT_OURS(false),
    /** Somebody else changed it: the deployment did not, or not this path. */
    CHANGED_BY_OTHERS(false),
    /** The deployment changed the path, and somebody else changed it again afterwards. */
    CONFLICT(true),
    /** The deployment created it, and something that others made lies inside or hangs on it. */
    FOREIGN_INSIDE(true),
    /** The deployment created it, and others use it: ARM deletes no such thing. */
    IN_USE(true),
    /** The deployment created it, and it was changed or replaced since. */
    CHANGED_SINCE(true),
    /** A lock stands in the way. */
    LOCKED(true),
    /** It could not be read, so nothing about it can be proven. */
    UNREADABLE(true),
    /** It had to be created again: its data and its server-given ids are not the old ones. */
    RECREATED(true),
    /** A value that ARM never shows was sent to it: what it was before cannot be proven. */
    WRITE_ONLY(true),
    /** Its type cannot be deleted, and what it was set to before is not known. */
    UNDELETABLE(true),
    /** The strategy that was chosen did not bring it back. */
    NOT_BROUGHT_BACK(true),
    /** A resource group that vanished; Belay does not create groups again. */
    GROUP_VANISHED(true);

    private final boolean residue;

    Reason(boolean residue) {
        this.residue = residue;
    }

    /** Whether something of others stands in the way that they may take away: go on then. */
    public boolean mayPass() {
        return this == LOCKED || this == FOREIGN_INSIDE;
    }

    /** Whether it is a rest of our own deployment, rather than something of others left alone. */
    public boolean residue() {
        return residue;
    }
}
