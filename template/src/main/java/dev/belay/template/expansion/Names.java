package dev.belay.template.expansion;

import dev.belay.template.expression.Expression.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and types of resources, segment by segment. */
final class Names {

    private Names() {}

    /** The non-empty segments between slashes. */
    static List<String> segments(String name) {
        List<String> found = new ArrayList<>();
        for (String segment : name.split("/", -1)) {
            if (!segment.isEmpty()) {
                found.add(segment);
            }
        }
        return found;
    }

    /** How many names a type in full needs: one for each segment behind the namespace. */
    static int expected(String type) {
        return segments(type).size() - 1;
    }

    /** A child's name in full. */
    static Value joined(Value parent, Value child) {
        Optional<String> above = Target.text(parent);
        Optional<String> below = Target.text(child);
        if (above.isPresent() && below.isPresent()) {
            return Value.of(above.get() + "/" + String.join("/", segments(below.get())));
        }
        return new Value.Deferred(
                Call.of(
                        "concat",
                        parent.asExpression(),
                        Value.of("/").asExpression(),
                        below.isPresent()
                                ? child.asExpression()
                                : Call.of(
                                        "join",
                                        Target.pieces(child.asExpression()),
                                        Value.of("/").asExpression())));
    }

    /** {@code A.B/c/d} and {@code x/y} as {@code A.B/c/x/d/y}. */
    static String path(String type, String name) {
        List<String> types = segments(type);
        List<String> names = segments(name);
        var path = new StringBuilder(types.getFirst());
        for (int i = 1; i < types.size(); i++) {
            path.append('/').append(types.get(i));
            if (i - 1 < names.size()) {
                path.append('/').append(names.get(i - 1));
            }
        }
        return path.toString();
    }
}
