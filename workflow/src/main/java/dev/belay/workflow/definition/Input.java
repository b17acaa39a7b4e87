package dev.belay.workflow.definition;

import static java.util.Objects.requireNonNull;

import dev.belay.json.Json;

import java.util.List;
import java.util.Optional;

/**
 * What a workflow asks for when it is run.
 *
 * @param standard the value where none is given; empty: one must be given
 * @param allowed the only values it takes; empty: any of its type
 * @param secret whether its value is never printed or written
 */
public record Input(
        String name,
        InputType type,
        Optional<Json> standard,
        List<Json> allowed,
        Optional<String> description,
        boolean secret,
        Place where) {

    public Input {
        requireNonNull(name);
        requireNonNull(type);
        requireNonNull(standard);
        allowed = List.copyOf(allowed);
        requireNonNull(description);
        requireNonNull(where);
    }
}
