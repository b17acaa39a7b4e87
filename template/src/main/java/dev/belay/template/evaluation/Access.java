package dev.belay.template.evaluation;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;
import dev.belay.template.value.Value.Deferred;
import dev.belay.template.value.Value.Secure;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code base.name} and {@code base[index]}. Texts: engine. */
final class Access {

    private Access() {}

    static Value property(Value base, String name) {
        if (base instanceof Deferred(var expression)) {
            return new Deferred(new Property(expression, name));
        }
        Optional<SequencedMap<String, Value>> members = base.asMembers();
        if (members.isPresent()) {
            return member(members.get(), name);
        }
        if (base.kind().filter(Kind.ARRAY::equals).isPresent()) {
            throw notAnIndex(name);
        }
        throw TemplateFault.of(
                "The language expression property '" + name + "' can't be evaluated.");
    }

    static Value index(Value base, Value index) {
        if (base.isDeferred() || index.isDeferred()) {
            return new Deferred(deferredIndex(base, index));
        }
        Json key = index.known().orElse(Json.nullValue());
        Optional<List<Value>> items = base.asItems();
        Value found = items.isPresent() ? item(items.get(), key) : property(base, asName(key));
        return index instanceof Secure ? Value.secure(found) : found;
    }

    private static Expression deferredIndex(Value base, Value index) {
        return index.opened().known().orElse(Json.nullValue()) instanceof JsonString(var name)
                        && !(index instanceof Secure)
                ? new Property(base.asExpression(), name)
                : new Index(base.asExpression(), index.asExpression());
    }

    private static Value member(SequencedMap<String, Value> members, String name) {
        Value exact = members.get(name);
        if (exact != null) {
            return exact;
        }
        return members.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                TemplateFault.of(
                                        "The language expression property '"
                                                + name
                                                + "' doesn't exist, available properties are '"
                                                + String.join(", ", members.keySet())
                                                + "'."))
                .getValue();
    }

    private static Value item(List<Value> items, Json key) {
        if (!(key instanceof JsonNumber number) || !number.isInteger()) {
            throw notAnIndex(asName(key));
        }
        long at = number.asLong().orElse(-1L);
        if (at < 0 || at >= items.size()) {
            throw TemplateFault.of(
                    "The language expression property array index '"
                            + number.lexeme()
                            + "' is out of bounds.");
        }
        return items.get((int) at);
    }

    private static TemplateFault notAnIndex(String key) {
        return TemplateFault.of(
                "Unable to evaluate named property or non-integer index '"
                        + key
                        + "' on an array value.");
    }

    private static String asName(Json key) {
        return switch (key) {
            case JsonString(var text) -> text;
            case JsonBoolean truth -> truth.truth() ? "True" : "False";
            case JsonNumber number -> number.value().stripTrailingZeros().toPlainString();
            default -> key.toText();
        };
    }
}
