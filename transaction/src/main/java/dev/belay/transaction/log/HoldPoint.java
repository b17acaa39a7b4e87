package dev.belay.transaction.log;

/**
 * Where a log holds: at the k-th record that is appended through it, counted from 1.
 *
 * @param entry k
 * @param side before: the act before the record is done and the record is not there; after: the
 *     record is durable and nothing followed
 */
public record HoldPoint(int entry, Side side) {

    public HoldPoint {
        if (entry < 1) {
            throw new IllegalArgumentException("Records are counted from 1, not " + entry + ".");
        }
    }

    /** On which side of the record it holds. */
    public enum Side {
        BEFORE,
        AFTER
    }
}
