package dev.belay.template.expansion;

import dev.belay.template.value.Value;

/**
 * A parameter as the deployment uses it.
 *
 * @param type as ARM prints it: {@code String}, {@code SecureString}, {@code Int}, {@code Bool},
 *     {@code Object}, {@code SecureObject}, {@code Array}
 * @param value as given, or the evaluated default: {@code newGuid()} and {@code utcNow()} are fixed
 *     here; secure ones are {@link Value.Secure}
 */
public record ExpandedParameter(String type, Value value, boolean secure, boolean fromDefault) {}
