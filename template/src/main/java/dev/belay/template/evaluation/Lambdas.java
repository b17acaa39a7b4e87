package dev.belay.template.evaluation;

import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.Expression;
import dev.belay.template.function.Signature;
import dev.belay.template.value.Call;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Reads lambda arguments. */
final class Lambdas {

    private Lambdas() {}

    private record Bound(List<String> names, Expression body, Frame frame) implements Lambda {

        @Override
        public int parameters() {
            return names.size();
        }

        @Override
        public Value apply(List<Value> arguments) {
            var variables = new HashMap<String, Value>();
            for (int at = 0; at < names.size(); at++) {
                variables.put(names.get(at), arguments.get(at));
            }
            return Evaluator.evaluate(body, frame.with(variables));
        }
    }

    static Lambda of(Call call, int index, int least, int most, Frame frame) {
        if (!(call.argument(index) instanceof Expression.Call lambda) || !lambda.isTo("lambda")) {
            throw TemplateFault.of(
                    "The template language function '"
                            + call.name()
                            + "' expects its "
                            + Signature.ordinal(index)
                            + " parameter to be of type 'lambda'. The provided value is of type"
                            + " 'Token'. Please see https://aka.ms/arm-functions for usage"
                            + " details.");
        }
        int given = lambda.arguments().size();
        if (given < least + 1 || given > most + 1) {
            throw TemplateFault.of(Signature.countText("lambda", least + 1, most + 1, given));
        }
        return new Bound(names(lambda, frame), lambda.arguments().getLast(), frame);
    }

    private static List<String> names(Expression.Call lambda, Frame frame) {
        var names = new ArrayList<String>();
        for (Expression parameter : lambda.arguments().subList(0, lambda.arguments().size() - 1)) {
            Value name = Evaluator.evaluate(parameter, frame);
            if (!(name instanceof Value.Known(JsonString(var text)))) {
                throw TemplateFault.of(
                        "The template language function 'lambda' expects the names of its"
                                + " parameters to be of type 'String'.");
            }
            names.add(text.toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
