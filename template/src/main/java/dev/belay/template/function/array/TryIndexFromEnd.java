package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.function.object.Member;
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
            function("tryIndexFromEnd").any("array").any("reverseIndex").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value found = last(call.value(0), call.json(1));
        for (int at = 2; at < call.count(); at++) {
            found = Member.of(found, call.json(at));
        }
        return found;
    }

    private static Value last(Value array, Json index) {
        List<Value> items = array.asItems().orElse(List.of());
        long back = index instanceof JsonNumber number ? number.asLong().orElse(0L) : 0;
        return back < 1 || back > items.size()
                ? Value.nullValue()
                : items.get(items.size() - (int) back);
    }
}
