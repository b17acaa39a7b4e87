package dev.belay.json;

/** The JSON value {@code null}. */
public enum JsonNull implements Json {
    NULL
}
