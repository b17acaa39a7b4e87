package dev.belay.transaction.execution;

import dev.belay.arm.ArmError;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Digest;

import java.util.Optional;

/**
 * How one step ended.
 *
 * @param digest of the writable body that stands there now; empty if nothing or unknown
 */
public record StepOutcome(StepStatus status, Optional<Digest> digest, Optional<ArmError> error) {

    /** The code of the error by which a step says that something of others is in its way. */
    public static final String FOREIGN_INSIDE = "ForeignInside";

    /** The code of the error by which a step says that others use what it would delete. */
    public static final String IN_USE = "InUseByOthers";

    /** Whether the error says that something of others is in the way. */
    public static boolean foreignInside(ArmError error) {
        return error.code().equals(FOREIGN_INSIDE);
    }

    static StepOutcome of(StepStatus status) {
        return new StepOutcome(status, Optional.empty(), Optional.empty());
    }

    static StepOutcome of(StepStatus status, ArmError error) {
        return new StepOutcome(status, Optional.empty(), Optional.of(error));
    }

    static StepOutcome standing(StepStatus status, Digest digest) {
        return new StepOutcome(status, Optional.of(digest), Optional.empty());
    }
}
