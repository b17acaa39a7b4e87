package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code tryIndexFromEnd(array, reverseIndex)}: the item counted from the end, or null.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#tryindexfromend">reference</a>
 */
public final class TryIndexFromEnd implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("tryIndexFromEnd").any("array").integer("reverseIndex").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<Value> items = call.value(0).asItems().orElse(List.of());
        int index = Numbers.int32(call.number(1));
        return index < 1 || index > items.size()
                ? Value.nullValue()
                : items.get(items.size() - index);
    }
}
