package dev.belay.json;

/** {@code true} or {@code false}. */
public enum JsonBoolean implements Json {
    FALSE,
    TRUE;

    public boolean truth() {
        return this == TRUE;
    }
}
