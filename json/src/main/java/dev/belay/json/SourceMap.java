package dev.belay.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each value of a text stood, in the text as sent.
 *
 * <p>Positions are counted as Json.NET counts them, because ARM's messages carry them: lines from
 * 1; the column of an object or array is that of its opening bracket, of any other value that of
 * its last character, from 1.
 */
public final class SourceMap {

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Position(int line, int column) {}

    private final Map<JsonPointer, Position> values;
    private final Map<JsonPointer, Position> names;

    SourceMap(Map<JsonPointer, Position> values, Map<JsonPointer, Position> names) {
        this.values = new HashMap<>(values);
        this.names = new HashMap<>(names);
    }

    /** Where the value stands. */
    public Optional<Position> value(JsonPointer pointer) {
        return Optional.ofNullable(values.get(pointer));
    }

    /** Where the member's name begins; empty for items of arrays and the root. */
    public Optional<Position> name(JsonPointer pointer) {
        return Optional.ofNullable(names.get(pointer));
    }

    /** Where the value stands, or the nearest value above it that was written down. */
    public Position nearest(JsonPointer pointer) {
        Optional<JsonPointer> here = Optional.of(pointer);
        while (here.isPresent()) {
            Position found = values.get(here.get());
            if (found != null) {
                return found;
            }
            here = here.get().parent();
        }
        return new Position(1, 1);
    }
}
