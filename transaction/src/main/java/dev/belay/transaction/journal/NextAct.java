package dev.belay.transaction.journal;

/**
 * What a run does next, decided from the state alone: the same for a run and for its resumption.
 */
public enum NextAct {
    /** Nothing was sent: end as untouched. */
    END_UNTOUCHED,
    /** Find out whether ARM has the deployment. */
    RESOLVE,
    /** Follow the deployment to its end. */
    FOLLOW,
    /** Wait until ARM is quiet, and keep the state right after. */
    CAPTURE_AFTER,
    COMMIT,
    KEEP,
    /** End it held: the workflow run decides what becomes of it. */
    HOLD,
    ROLL_BACK,
    /** Nothing: finished, or held for a workflow run. */
    HALT;

    public static NextAct of(TransactionState state) {
        return switch (state.phase()) {
            case NEW, OPEN, GUARDED -> END_UNTOUCHED;
            case SUBMITTED -> RESOLVE;
            case ACCEPTED -> FOLLOW;
            case ENDED -> CAPTURE_AFTER;
            case QUIET -> ofQuiet(state);
            case ASKED, UNDOING -> ROLL_BACK;
            case HELD, REFUSED, UNTOUCHED, COMMITTED, KEPT, ROLLED_BACK, ROLLED_BACK_EXCEPT -> HALT;
        };
    }

    private static NextAct ofQuiet(TransactionState state) {
        if (state.run().isPresent() && state.rollback().isEmpty() && state.ended().isPresent()) {
            return HOLD;
        }
        if (state.undoWanted() || state.ended().isEmpty()) {
            return ROLL_BACK;
        }
        if (state.ended().get().state().equalsIgnoreCase("Succeeded")) {
            return COMMIT;
        }
        boolean keep =
                state.opened()
                        .map(opened -> opened.request().onFailure())
                        .filter(RecordedRequest.OnFailure.KEEP::equals)
                        .isPresent();
        return keep ? KEEP : ROLL_BACK;
    }
}
