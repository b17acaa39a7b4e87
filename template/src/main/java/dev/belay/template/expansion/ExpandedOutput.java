package dev.belay.template.expansion;

import dev.belay.template.value.Value;

/**
 * An output of a deployment.
 *
 * @param type as ARM prints it: {@code String}, {@code SecureString}, {@code Int}, {@code Bool},
 *     {@code Object}, {@code SecureObject}, {@code Array}
 * @param value known, or to be finished once all resources stand
 */
public record ExpandedOutput(String type, Value value, boolean secure) {}
