package dev.belay.types.catalog;

import dev.belay.types.shape.Shape;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A POST on a resource, e.g. {@code listKeys}.
 *
 * @param name the last segment of the address
 * @param apiVersion the one it was found in; empty where only the name is known
 * @param input leads to the shape of what is sent, where something is
 * @param output leads to the shape of what is answered, where it is known
 * @param origin who knows the action
 */
public record Action(
        String name,
        Optional<String> apiVersion,
        Optional<Supplier<Shape>> input,
        Optional<Supplier<Shape>> output,
        Origin origin) {}
