package dev.belay.types.catalog;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of parent in which resources of a type may lie. */
public enum ScopeKind {
    TENANT,
    MANAGEMENT_GROUP,
    SUBSCRIPTION,
    RESOURCE_GROUP,
    /** On any other resource. */
    EXTENSION;

    private final String folded = name().replace("_", "").toLowerCase(Locale.ROOT);

    static ScopeKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.folded.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No scope: '" + word + "'."));
    }
}
