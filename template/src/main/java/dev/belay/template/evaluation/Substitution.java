package dev.belay.template.evaluation;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Carried;
import dev.belay.template.expression.Expression.Index;
import dev.belay.template.expression.Expression.IntegerLiteral;
import dev.belay.template.expression.Expression.Property;
import dev.belay.template.expression.Expression.StringLiteral;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.Value;
import dev.belay.template.value.Value.Deferred;

import java.util.Locale;
import java.util.Set;

/**
 * Makes an expression that stays unevaluated independent of its template: what it takes from there
 * is carried along and prints as written. A part that cannot be evaluated stays as it is; it is an
 * error only if the deployment comes to need it.
 */
final class Substitution {

    private static final Set<String> TAKES_FROM_TEMPLATE =
            Set.of("parameters", "variables", "copyindex", "extensions", "resourceinfo");

    private Substitution() {}

    static Expression in(Expression expression, Frame frame) {
        return switch (expression) {
            case StringLiteral _, IntegerLiteral _, Carried _ -> expression;
            case Property(var base, var name) -> new Property(in(base, frame), name);
            case Index(var base, var index) -> new Index(in(base, frame), in(index, frame));
            case Call call -> in(call, frame);
        };
    }

    private static Expression in(Call call, Frame frame) {
        String name = call.name().toLowerCase(Locale.ROOT);
        boolean runtime = isRuntime(name);
        if (runtime && !frame.runtime()) {
            throw NotFound.runtimeHere(call.name());
        }
        if (name.equals("lambdavariables")) {
            return lambdaVariable(call, frame);
        }
        if (runtime || TAKES_FROM_TEMPLATE.contains(name) || name.indexOf('.') >= 0) {
            return carried(call, frame);
        }
        return inside(call, frame);
    }

    static boolean isRuntime(String lowerCaseName) {
        return lowerCaseName.equals("reference")
                || lowerCaseName.equals("references")
                || lowerCaseName.startsWith("list");
    }

    private static Expression inside(Call call, Frame frame) {
        return new Call(
                call.name(), call.arguments().stream().map(each -> in(each, frame)).toList());
    }

    private static Expression lambdaVariable(Call call, Frame frame) {
        if (call.arguments().size() == 1
                && call.arguments().getFirst() instanceof StringLiteral(var variable)) {
            return frame.variable(variable).map(Value::asExpression).orElse(call);
        }
        return inside(call, frame);
    }

    private static Expression carried(Call call, Frame frame) {
        try {
            Value value = Evaluator.evaluate(call, frame.quiet());
            return value instanceof Deferred(Carried carried) && carried.shown().equals(call)
                    ? carried
                    : new Carried(value, call);
        } catch (TemplateFault _) {
            return inside(call, frame);
        }
    }
}
