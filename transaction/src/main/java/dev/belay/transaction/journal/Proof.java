package dev.belay.transaction.journal;

/**
 * What the verification after an undo counted.
 *
 * @param comparedProperties writable leaves of touched resources, read again and compared
 * @param provenAbsent touched resources shown to be gone by two 404s
 * @param incomparable writable leaves of touched resources that ARM does not show
 */
public record Proof(int comparedProperties, int provenAbsent, int incomparable) {

    public static final Proof NONE = new Proof(0, 0, 0);
}
