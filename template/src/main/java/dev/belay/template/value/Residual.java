package dev.belay.template.value;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.value.Value.ArrayOf;
import dev.belay.template.value.Value.Deferred;
import dev.belay.template.value.Value.Known;
import dev.belay.template.value.Value.ObjectOf;
import dev.belay.template.value.Value.Secure;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes values back as expressions, the arguments of what only a deployment can finish: texts and
 * integers as literals, {@code true()}, {@code null()}, {@code createArray(...)}, {@code
 * createObject(...)}, other numbers as {@code json('1.5')}. A secret is carried and prints as
 * {@code secure()}.
 */
final class Residual {

    private Residual() {}

    static Expression of(Value value) {
        return switch (value) {
            case Known(var json) -> of(json);
            case Deferred(var expression) -> expression;
            case Secure secret -> new Carried(secret, Call.of("secure"));
            case ArrayOf(var items) ->
                    new Call("createArray", items.stream().map(Value::asExpression).toList());
            case ObjectOf(var members) -> {
                var arguments = new ArrayList<Expression>();
                members.forEach(
                        (name, member) -> {
                            arguments.add(new StringLiteral(name));
                            arguments.add(member.asExpression());
                        });
                yield new Call("createObject", arguments);
            }
        };
    }

    private static Expression of(Json json) {
        return switch (json) {
            case JsonString(var text) -> new StringLiteral(text);
            case JsonBoolean truth -> Call.of(truth.truth() ? "true" : "false");
            case JsonNull _ -> Call.of("null");
            case JsonNumber number -> of(number);
            case JsonArray(var items) ->
                    new Call("createArray", items.stream().map(Residual::of).toList());
            case JsonObject(var members) -> {
                var arguments = new ArrayList<Expression>();
                members.forEach(
                        (name, member) -> {
                            arguments.add(new StringLiteral(name));
                            arguments.add(of(member));
                        });
                yield new Call("createObject", arguments);
            }
        };
    }

    private static Expression of(JsonNumber number) {
        return number.asLong()
                .<Expression>map(IntegerLiteral::new)
                .orElseGet(() -> Call.of("json", new StringLiteral(number.lexeme())));
    }

    static boolean carriesSecret(Expression expression) {
        return switch (expression) {
            case StringLiteral _, IntegerLiteral _ -> false;
            case Call(_, List<Expression> arguments) ->
                    arguments.stream().anyMatch(Residual::carriesSecret);
            case Property(var base, _) -> carriesSecret(base);
            case Index(var base, var index) -> carriesSecret(base) || carriesSecret(index);
            case Carried(Value value, _) -> value.holdsSecret();
            case Carried _ -> false;
        };
    }
}
