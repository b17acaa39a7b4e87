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
 * {@code map(inputArray, lambda)}: what the lambda makes of each item.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#map">reference</a>
 */
public final class MapFunction implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("map").array("inputArray").any("lambda expression");

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
        List<Value> mapped = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            mapped.add(Input.apply(lambda, items.get(at), at));
        }
        return Value.array(mapped);
    }
}
