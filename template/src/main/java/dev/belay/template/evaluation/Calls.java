package dev.belay.template.evaluation;

import dev.belay.template.expression.Expression;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Environment;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.Pending;
import dev.belay.template.value.UserFunction;
import dev.belay.template.value.Value;

import java.util.HashMap;

/** Finds the function of a call, checks the arguments against its signature, and calls it. */
final class Calls {

    private Calls() {}

    static Value evaluate(Expression.Call expression, Frame frame) {
        String name = expression.name();
        if (name.indexOf('.') >= 0) {
            return user(expression, frame);
        }
        TemplateFunction function =
                frame.functions().find(name).orElseThrow(() -> NotFound.function(name));
        int count = expression.arguments().size();
        function.signature().checkCount(name, count);
        Frame inside = function.refusesRuntimeArguments() ? frame.withoutRuntime() : frame;
        var call = new EvaluatedCall(expression, inside, frame.runtime());
        try {
            if (!function.lazy() && !allThere(function.signature(), call)) {
                return call.residual();
            }
            Value result = function.call(call);
            return call.secret() ? Value.secure(result) : result;
        } catch (Pending _) {
            return call.residual();
        }
    }

    private static boolean allThere(Signature signature, EvaluatedCall call) {
        boolean there = true;
        for (int at = 0; at < call.count(); at++) {
            there &= !call.raw(at).isDeferred();
        }
        for (int at = 0; there && at < call.count(); at++) {
            int index = at;
            call.raw(at).kind().ifPresent(kind -> signature.checkKind(call.name(), index, kind));
        }
        return there;
    }

    private static Value user(Expression.Call expression, Frame frame) {
        String name = expression.name();
        UserFunction function =
                frame.environment().userFunction(name).orElseThrow(() -> NotFound.function(name));
        var parameters = function.parameters();
        if (parameters.size() != expression.arguments().size()) {
            throw NotFound.userArity(function.name(), parameters.size());
        }
        var arguments = new HashMap<String, Value>();
        for (int at = 0; at < parameters.size(); at++) {
            arguments.put(
                    parameters.get(at), Evaluator.evaluate(expression.arguments().get(at), frame));
        }
        Environment inside = function.inside(arguments);
        return function.checked(Evaluator.evaluate(function.body(), inside));
    }
}
