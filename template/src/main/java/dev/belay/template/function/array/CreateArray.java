package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code createArray(arg1, …)}: an array of the arguments.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#createarray">reference</a>
 */
public final class CreateArray implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("createArray").any("arg1").optional().repeated();

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
        List<Value> items = new ArrayList<>();
        for (int at = 0; at < call.count(); at++) {
            items.add(call.raw(at));
        }
        return Value.array(items);
    }
}
