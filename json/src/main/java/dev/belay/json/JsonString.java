package dev.belay.json;

import static java.util.Objects.requireNonNull;

/**
 * A JSON string.
 *
 * @param text the characters, unescaped
 */
public record JsonString(String text) implements Json {

    public JsonString {
        requireNonNull(text);
    }
}
