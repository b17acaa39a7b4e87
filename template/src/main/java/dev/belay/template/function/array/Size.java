package dev.belay.template.function.array;

import dev.belay.json.JsonString;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many items, members or UTF-16 units a value has. */
final class Size {

    private Size() {}

    static Optional<Integer> of(Value value) {
        if (value instanceof Value.Known(JsonString(var text))) {
            return Optional.of(text.length());
        }
        return value.asItems().map(List::size).or(() -> value.asMembers().map(Map::size));
    }
}
