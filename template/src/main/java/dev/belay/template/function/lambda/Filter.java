package dev.belay.template.function.lambda;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code filter(inputArray, lambda)}: the items for which the lambda is true.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#filter">reference</a>
 */
public final class Filter implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("filter").array("inputArray").any("lambda expression");

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
        Lambda lambda = call.lambda(1, 1, 2);
        List<Value> items = Input.items(call, SIGNATURE);
        List<Value> kept = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            if (Results.truth(call, Input.apply(lambda, items.get(at), at), at)) {
                kept.add(items.get(at));
            }
        }
        return Value.array(kept);
    }
}
