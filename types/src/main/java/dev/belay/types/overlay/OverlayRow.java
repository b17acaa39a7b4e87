package dev.belay.types.overlay;

import static java.util.Objects.requireNonNull;

/**
 * A quirk with its evidence.
 *
 * @param evidence how sure it is
 * @param source where it can be looked up: an address or a short sentence
 */
public record OverlayRow(Quirk quirk, Evidence evidence, String source) {

    public OverlayRow {
        requireNonNull(quirk);
        requireNonNull(evidence);
        if (source.isBlank()) {
            throw new IllegalArgumentException("No source is given for " + quirk + ".");
        }
    }
}
