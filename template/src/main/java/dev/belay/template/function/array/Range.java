package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code range(startIndex, count)}: consecutive integers.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#range">reference</a>
 */
public final class Range implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("range").integer("startIndex").integer("count");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        long start = Numbers.int64(call.number(0));
        long count = Numbers.int64(call.number(1));
        if (count < 0
                || count > 10_000
                || start > Integer.MAX_VALUE
                || start < Integer.MIN_VALUE
                || start + count > Integer.MAX_VALUE + 1L) {
            throw TemplateFault.of(
                    "The template language function 'range' parameters are out of range: 'count'"
                        + " must be a positive integer no larger than 1000 and the sum of 'start"
                        + " index' and 'count' must be no larger than 2147483647. Please see"
                        + " https://aka.ms/arm-function-range for usage details.");
        }
        List<Value> items = new ArrayList<>((int) count);
        for (int at = 0; at < count; at++) {
            items.add(Value.of(start + at));
        }
        return Value.array(items);
    }
}
