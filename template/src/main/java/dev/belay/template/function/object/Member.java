package dev.belay.template.function.object;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Names;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Optional;

/** Access to an item or member by a key that is computed. */
public final class Member {

    private Member() {}

    /** The item or member, empty if it is missing or the key is of the wrong kind. */
    public static Optional<Value> find(Value base, Json key) {
        if (base.isDeferred()) {
            throw new Pending();
        }
        Optional<List<Value>> items = base.asItems();
        if (items.isPresent() && key instanceof JsonNumber number) {
            long at = number.asLong().orElse(-1L);
            return at >= 0 && at < items.get().size()
                    ? Optional.of(items.get().get((int) at))
                    : Optional.empty();
        }
        if (key instanceof JsonString(var name)) {
            return base.asMembers()
                    .flatMap(members -> Names.find(members.keySet(), name).map(members::get));
        }
        return Optional.empty();
    }

    /**
     * @throws TemplateFault with the text of an ordinary access if it is missing
     */
    public static Value of(Value base, Json key) {
        return find(base, key).orElseThrow(() -> missing(base, key));
    }

    private static TemplateFault missing(Value base, Json key) {
        String name = key instanceof JsonString(var text) ? text : key.toText();
        Kind kind = base.kind().orElseThrow(Pending::new);
        if (kind == Kind.ARRAY) {
            return TemplateFault.of(
                    key instanceof JsonNumber
                            ? "The language expression property array index '"
                                    + name
                                    + "' is out of bounds."
                            : "Unable to evaluate named property or non-integer index '"
                                    + name
                                    + "' on an array value.");
        }
        if (kind == Kind.OBJECT) {
            return TemplateFault.of(
                    "The language expression property '"
                            + name
                            + "' doesn't exist, available properties are '"
                            + String.join(", ", base.asMembers().orElseThrow().keySet())
                            + "'.");
        }
        return TemplateFault.of(
                "The language expression property '" + name + "' can't be evaluated.");
    }
}
