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
 * {@code sort(inputArray, lambda)}: the items in the order in which the lambda says which goes
 * first.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#sort">reference</a>
 */
public final class Sort implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("sort").array("inputArray").any("lambda expression");

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
        Lambda lambda = call.lambda(1, 2, 2);
        List<Value> items = new ArrayList<>(Input.items(call, SIGNATURE));
        for (int end = 1; end < items.size(); end++) {
            insert(call, lambda, items, end);
        }
        return Value.array(items);
    }

    // Insertion keeps items in place that the lambda does not put first either way.
    private static void insert(Call call, Lambda lambda, List<Value> items, int end) {
        Value item = items.get(end);
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before =
                    Results.order(call, lambda.apply(List.of(item, items.get(middle))))
                            && !Results.order(call, lambda.apply(List.of(items.get(middle), item)));
            if (before) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        items.remove(end);
        items.add(low, item);
    }
}
