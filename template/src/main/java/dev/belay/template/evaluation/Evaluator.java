package dev.belay.template.evaluation;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.template.expression.ExpressionPrinter;
import dev.belay.template.expression.TextKind;
import dev.belay.template.function.FunctionTable;
import dev.belay.template.value.Environment;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;
import dev.belay.template.value.Value.ArrayOf;
import dev.belay.template.value.Value.Deferred;
import dev.belay.template.value.Value.Known;
import dev.belay.template.value.Value.ObjectOf;
import dev.belay.template.value.Value.Secure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Evaluates expressions and template values as far as an environment allows: what only the
 * deployment can tell stays as a {@link Deferred} that holds all it needs of its template.
 *
 * <p>Planning and finishing are the same: a runtime port without answers leaves {@code reference}
 * deferred; {@link #finish} with answers evaluates what was left.
 */
public final class Evaluator {

    /** Longest text that one expression may yield (engine). */
    static final int LONGEST_RESULT = 131_072;

    private Evaluator() {}

    /**
     * @throws TemplateFault with ARM's inner text
     */
    public static Value evaluate(Expression expression, Environment environment) {
        return limited(evaluate(expression, Frame.of(environment)));
    }

    /**
     * An expression of the language that stands outside templates.
     *
     * @param functions all that it may call
     * @throws TemplateFault with ARM's inner text
     */
    public static Value evaluate(
            Expression expression, Environment environment, FunctionTable functions) {
        return limited(evaluate(expression, Frame.of(environment, functions)));
    }

    /** A string of a template: an expression, an escaped text or plain text. */
    public static Value evaluateText(String text, Environment environment) {
        return switch (TextKind.of(text)) {
            case PLAIN -> Value.of(text);
            case ESCAPED -> Value.of(TextKind.unescape(text));
            case EXPRESSION -> evaluate(ExpressionParser.parse(TextKind.inside(text)), environment);
        };
    }

    /** Any value of a template: strings and member names in it are evaluated. */
    public static Value evaluate(Json json, Environment environment) {
        return switch (json) {
            case JsonString(var text) -> evaluateText(text, environment);
            case JsonNumber _, JsonBoolean _, JsonNull _ -> Value.of(json);
            case JsonArray(var items) ->
                    Value.array(items.stream().map(item -> evaluate(item, environment)).toList());
            case JsonObject(var members) -> {
                var evaluated = new LinkedHashMap<String, Value>();
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    put(
                            evaluated,
                            evaluateName(member.getKey(), environment),
                            evaluate(member.getValue(), environment));
                }
                yield Value.object(evaluated);
            }
        };
    }

    /** A member's name; one that only the deployment can tell stays as text in brackets. */
    public static String evaluateName(String name, Environment environment) {
        if (TextKind.of(name) == TextKind.PLAIN) {
            return name;
        }
        Value value = evaluateText(name, environment).opened();
        if (value instanceof Deferred(var expression)) {
            return ExpressionPrinter.bracketed(expression);
        }
        if (value instanceof Known(JsonString(var text))) {
            return text;
        }
        String kind = value.kind().map(Kind::shown).orElse("");
        throw TemplateFault.of(
                "Unable to evaluate language expression '"
                        + value.shown().toText()
                        + "' as JSON property name: the expression value of type '"
                        + kind
                        + "' could not be used as property name. ");
    }

    private static void put(SequencedMap<String, Value> members, String name, Value value) {
        if (members.putIfAbsent(name, value) != null) {
            throw TemplateFault.of(
                    "An item with the same key has already been added. Key: " + name);
        }
    }

    /** What is deferred in a value, evaluated with what the environment knows by now. */
    public static Value finish(Value value, Environment environment) {
        return switch (value) {
            case Known known -> known;
            case Deferred(var expression) -> evaluate(expression, environment);
            case Secure(var secret) -> Value.secure(finish(secret, environment));
            case ArrayOf(var items) ->
                    Value.array(items.stream().map(item -> finish(item, environment)).toList());
            case ObjectOf(var members) -> {
                var finished = new LinkedHashMap<String, Value>();
                members.forEach(
                        (name, member) ->
                                finished.put(
                                        finishedName(name, environment),
                                        finish(member, environment)));
                yield Value.object(finished);
            }
        };
    }

    // A deferred name stands as text in brackets; a name that is text with brackets looks the same
    // and can only come from an escaped or computed name, which no template of the archive has.
    private static String finishedName(String name, Environment environment) {
        return TextKind.isExpression(name) ? evaluateName(name, environment) : name;
    }

    static Value evaluate(Expression expression, Frame frame) {
        return switch (expression) {
            case StringLiteral(var text) -> Value.of(text);
            case IntegerLiteral(var number) -> Value.of(number);
            case Carried(Deferred(var inner), _) -> evaluate(inner, frame);
            case Carried(Value value, _) -> value;
            case Carried carried ->
                    throw new IllegalStateException("A payload that is no value: " + carried);
            case Property(var base, var name) -> Access.property(evaluate(base, frame), name);
            case Index(var base, var index) ->
                    Access.index(evaluate(base, frame), evaluate(index, frame));
            case Call call -> Calls.evaluate(call, frame);
        };
    }

    private static Value limited(Value value) {
        if (value.opened() instanceof Known(JsonString(var text))
                && text.length() > LONGEST_RESULT) {
            throw TemplateFault.of(
                    "The result of the template language expression exceeds the maximum length"
                            + " limit of 131072 characters.");
        }
        return value;
    }
}
