package dev.belay.template.expression;

import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;

/**
 * Writes an expression as Microsoft's engine does: one space after a comma, {@code .name} for
 * identifiers and {@code ['a b']} for other names, function names as written.
 *
 * <p>Evidence: engine, {@code functions.jsonl} residuals.
 */
public final class ExpressionPrinter {

    private ExpressionPrinter() {}

    /** Without the outer brackets. */
    public static String print(Expression expression) {
        var text = new StringBuilder();
        print(expression, text);
        return text.toString();
    }

    /** With the outer brackets, as it stands in a template. */
    public static String bracketed(Expression expression) {
        var text = new StringBuilder("[");
        print(expression, text);
        return text.append(']').toString();
    }

    private static void print(Expression expression, StringBuilder text) {
        switch (expression) {
            case StringLiteral(var literal) -> quoted(literal, text);
            case IntegerLiteral(var number) -> text.append(number);
            case Call call -> call(call, text);
            case Property(var base, var name) -> {
                print(base, text);
                property(name, text);
            }
            case Index(var base, StringLiteral(var name)) -> {
                print(base, text);
                property(name, text);
            }
            case Index(var base, var index) -> {
                print(base, text);
                text.append('[');
                print(index, text);
                text.append(']');
            }
            case Carried(_, var shown) -> print(shown, text);
        }
    }

    private static void call(Call call, StringBuilder text) {
        text.append(call.name()).append('(');
        String separator = "";
        for (Expression argument : call.arguments()) {
            text.append(separator);
            print(argument, text);
            separator = ", ";
        }
        text.append(')');
    }

    private static void property(String name, StringBuilder text) {
        if (Characters.isIdentifier(name)) {
            text.append('.').append(name);
        } else {
            text.append('[');
            quoted(name, text);
            text.append(']');
        }
    }

    private static void quoted(String literal, StringBuilder text) {
        text.append('\'').append(literal.replace("'", "''")).append('\'');
    }
}
