package dev.belay.types.overlay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure a fact about Azure is, best first. */
public enum Evidence {
    /** Seen in a recording of real ARM. */
    RECORDED,
    /** Taken from Microsoft's own engine. */
    ENGINE,
    /** Said by documentation, a specification, or a public report. */
    DOCUMENTED,
    /** Concluded by us. */
    INFERRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Evidence> of(String word) {
        return Arrays.stream(values()).filter(evidence -> evidence.word().equals(word)).findFirst();
    }
}
