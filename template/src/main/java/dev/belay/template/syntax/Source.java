package dev.belay.template.syntax;

import dev.belay.json.JsonPointer;
import dev.belay.json.SourceMap;
import dev.belay.template.diagnostic.Diagnostic.Span;

import java.util.Optional;

/**
 * Where the values of a template stood in the text as sent; a nested template's source is that of
 * its parent, seen from the place where it stands.
 *
 * @param map positions of the whole text; empty for a template that an expression has made
 * @param base where the template stands in the text
 */
public record Source(Optional<SourceMap> map, JsonPointer base) {

    /** No text: the template was made by expressions. */
    public static final Source NONE = new Source(Optional.empty(), JsonPointer.ROOT);

    public static Source of(SourceMap map) {
        return new Source(Optional.of(map), JsonPointer.ROOT);
    }

    /** The position of exactly this value. */
    public Optional<Span> at(JsonPointer pointer) {
        return map.flatMap(positions -> positions.value(absolute(pointer)))
                .map(position -> new Span(position.line(), position.column()));
    }

    /** The position of this value, or of the nearest value above it that was written down. */
    public Optional<Span> near(JsonPointer pointer) {
        return map.map(positions -> positions.nearest(absolute(pointer)))
                .map(position -> new Span(position.line(), position.column()));
    }

    /** The pointer in the whole text. */
    public JsonPointer absolute(JsonPointer pointer) {
        JsonPointer here = base;
        for (String segment : pointer.segments()) {
            here = here.child(segment);
        }
        return here;
    }

    /** The source of a template that stands at the pointer. */
    public Source below(JsonPointer pointer) {
        return new Source(map, absolute(pointer));
    }
}
