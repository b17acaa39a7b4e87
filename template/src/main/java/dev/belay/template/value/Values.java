package dev.belay.template.value;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.expression.ExpressionPrinter;
import dev.belay.template.value.Value.ArrayOf;
import dev.belay.template.value.Value.Deferred;
import dev.belay.template.value.Value.Known;
import dev.belay.template.value.Value.ObjectOf;
import dev.belay.template.value.Value.Secure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The recursive questions about values. */
final class Values {

    static final Value NULL = new Known(Json.nullValue());
    static final Value TRUE = new Known(Json.of(true));
    static final Value FALSE = new Known(Json.of(false));

    private static final String SECRET = "[secure]";

    private Values() {}

    static Value array(List<? extends Value> items) {
        var known = new ArrayList<Json>(items.size());
        for (Value item : items) {
            if (!(item instanceof Known(var json))) {
                return new ArrayOf(List.copyOf(items));
            }
            known.add(json);
        }
        return new Known(new JsonArray(known));
    }

    static Value object(SequencedMap<String, ? extends Value> members) {
        var known = new LinkedHashMap<String, Json>();
        for (Map.Entry<String, ? extends Value> member : members.entrySet()) {
            if (!(member.getValue() instanceof Known(var json))) {
                return new ObjectOf(new LinkedHashMap<>(members));
            }
            known.put(member.getKey(), json);
        }
        return new Known(new JsonObject(known));
    }

    static Optional<Json> known(Value value) {
        return switch (value) {
            case Known(var json) -> Optional.of(json);
            case Secure(var secret) -> secret.known();
            case Deferred _ -> Optional.empty();
            case ArrayOf(var items) -> {
                var known = new ArrayList<Json>(items.size());
                items.forEach(item -> item.known().ifPresent(known::add));
                yield known.size() == items.size()
                        ? Optional.of(new JsonArray(known))
                        : Optional.empty();
            }
            case ObjectOf(var members) -> {
                var known = new LinkedHashMap<String, Json>();
                members.forEach(
                        (name, member) -> member.known().ifPresent(j -> known.put(name, j)));
                yield known.size() == members.size()
                        ? Optional.of(new JsonObject(known))
                        : Optional.empty();
            }
        };
    }

    static boolean isFinished(Value value) {
        return switch (value) {
            case Known _ -> true;
            case Deferred _ -> false;
            case Secure(var secret) -> secret.isFinished();
            case ArrayOf(var items) -> items.stream().allMatch(Value::isFinished);
            case ObjectOf(var members) -> members.values().stream().allMatch(Value::isFinished);
        };
    }

    static boolean holdsSecret(Value value) {
        return switch (value) {
            case Known _ -> false;
            case Secure _ -> true;
            case Deferred(var expression) -> Residual.carriesSecret(expression);
            case ArrayOf(var items) -> items.stream().anyMatch(Value::holdsSecret);
            case ObjectOf(var members) -> members.values().stream().anyMatch(Value::holdsSecret);
        };
    }

    static Optional<Kind> kind(Value value) {
        return switch (value) {
            case Known(var json) -> Optional.of(kind(json));
            case Secure(var secret) -> secret.kind();
            case ArrayOf _ -> Optional.of(Kind.ARRAY);
            case ObjectOf _ -> Optional.of(Kind.OBJECT);
            case Deferred _ -> Optional.empty();
        };
    }

    static Kind kind(Json json) {
        return switch (json) {
            case JsonString _ -> Kind.STRING;
            case JsonNumber number -> number.isInteger() ? Kind.INTEGER : Kind.FLOAT;
            case JsonBoolean _ -> Kind.BOOLEAN;
            case JsonNull _ -> Kind.NULL;
            case JsonArray _ -> Kind.ARRAY;
            case JsonObject _ -> Kind.OBJECT;
        };
    }

    static SequencedMap<String, Value> members(JsonObject object) {
        var members = new LinkedHashMap<String, Value>();
        object.members().forEach((name, json) -> members.put(name, new Known(json)));
        return members;
    }

    static SequencedMap<String, Value> allSecure(SequencedMap<String, Value> members) {
        var secure = new LinkedHashMap<String, Value>();
        members.forEach((name, value) -> secure.put(name, Value.secure(value)));
        return secure;
    }

    static Json shown(Value value) {
        return switch (value) {
            case Known(var json) -> json;
            case Secure _ -> Json.of(SECRET);
            case Deferred(var expression) -> Json.of(ExpressionPrinter.bracketed(expression));
            case ArrayOf(var items) -> new JsonArray(items.stream().map(Value::shown).toList());
            case ObjectOf(var members) -> {
                var shown = JsonObject.builder();
                members.forEach((name, member) -> shown.put(name, member.shown()));
                yield shown.build();
            }
        };
    }
}
