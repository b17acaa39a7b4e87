package dev.belay.template.type;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.json.JsonWriter;
import dev.belay.template.expression.ExpressionPrinter;
import dev.belay.template.value.Value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that narrow a kind: {@code allowedValues}, lengths, bounds. */
final class ValueRules {

    private static final String PARAMETERS =
            " Please see https://aka.ms/arm-syntax-parameters for usage details.";

    private final Subject subject;

    ValueRules(Subject subject) {
        this.subject = subject;
    }

    void check(JsonObject type, Value value, String path) {
        Optional<Json> known = value.known();
        if (known.isPresent()) {
            allowed(type, known.get(), path);
            bounds(type, known.get(), path);
        }
        length(value)
                .ifPresent(
                        length -> {
                            lower(type, "minLength", "Length of the value", length, path);
                            upper(type, "maxLength", "Length of the value", length, path);
                        });
    }

    private static boolean secret(JsonObject type) {
        return TypeName.of(type).map(TypeName::secure).orElse(false);
    }

    private void allowed(JsonObject type, Json value, String path) {
        Optional<JsonArray> allowed = type.find("allowedValues").flatMap(Json::asArray);
        if (allowed.isEmpty() || isAllowed(allowed.get(), value)) {
            return;
        }
        String list =
                allowed.get().stream()
                        .map(ValueRules::shownChoice)
                        .collect(Collectors.joining(","));
        throw subject.fault(
                path,
                "The value '"
                        + (secret(type) ? "(secure)" : shown(value))
                        + "' is not part of the allowed value(s): '"
                        + list
                        + "'.");
    }

    private static boolean isAllowed(JsonArray allowed, Json value) {
        return allowed.items().contains(value)
                || (value instanceof JsonArray(var items) && allowed.items().containsAll(items));
    }

    private static String shown(Json value) {
        return switch (value) {
            case JsonString(var text) -> text;
            case JsonNumber(var lexeme) -> lexeme;
            case Json other -> ExpressionPrinter.bracketed(Value.of(other).asExpression());
        };
    }

    /** As Json.NET prints a token. */
    private static String shownChoice(Json value) {
        return switch (value) {
            case JsonString(var text) -> text;
            case JsonNumber(var lexeme) -> lexeme;
            case JsonArray array -> JsonWriter.pretty(array);
            case JsonObject object -> JsonWriter.pretty(object);
            case Json other -> {
                String text = other.toText();
                yield other.isNull()
                        ? ""
                        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
            }
        };
    }

    private void bounds(JsonObject type, Json value, String path) {
        if (value instanceof JsonNumber number) {
            lower(type, "minValue", "Value", number.value(), path);
            upper(type, "maxValue", "Value", number.value(), path);
        }
    }

    private static Optional<BigDecimal> length(Value value) {
        Optional<List<Value>> items = value.asItems();
        return items.isPresent()
                ? Optional.of(BigDecimal.valueOf(items.get().size()))
                : value.known()
                        .flatMap(Json::asText)
                        .map(text -> BigDecimal.valueOf(text.length()));
    }

    private void lower(JsonObject type, String rule, String what, BigDecimal actual, String path) {
        Optional<JsonNumber> limit = limit(type, rule);
        if (limit.isPresent() && actual.compareTo(limit.get().value()) < 0) {
            throw subject.fault(path, sentence(what, "greater", limit.get()));
        }
    }

    private void upper(JsonObject type, String rule, String what, BigDecimal actual, String path) {
        Optional<JsonNumber> limit = limit(type, rule);
        if (limit.isPresent() && actual.compareTo(limit.get().value()) > 0) {
            throw subject.fault(path, sentence(what, "less", limit.get()));
        }
    }

    private static String sentence(String what, String which, JsonNumber limit) {
        return what
                + " should be "
                + which
                + " than or equal to '"
                + limit.lexeme()
                + "'."
                + PARAMETERS;
    }

    private static Optional<JsonNumber> limit(JsonObject type, String rule) {
        return type.find(rule).filter(JsonNumber.class::isInstance).map(JsonNumber.class::cast);
    }
}
