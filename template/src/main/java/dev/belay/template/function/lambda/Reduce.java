package dev.belay.template.function.lambda;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code reduce(inputArray, initialValue, lambda)}: the items folded into one value.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#reduce">reference</a>
 */
public final class Reduce implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("reduce").array("inputArray").any("initialValue").any("lambda expression");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean lazy() {
        return true;
    }

    @Override
    public Value call(Call call) {
        Lambda lambda = call.lambda(2, 2, 3);
        List<Value> items = Input.items(call, SIGNATURE);
        Value folded = call.raw(1);
        for (int at = 0; at < items.size(); at++) {
            Value item = items.get(at);
            folded =
                    lambda.apply(
                            lambda.parameters() == 2
                                    ? List.of(folded, item)
                                    : List.of(folded, item, Value.of(at)));
        }
        return folded;
    }
}
