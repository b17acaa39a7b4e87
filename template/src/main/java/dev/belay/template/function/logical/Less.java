package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code less(arg1, arg2)}: whether the first number or text is less than the second.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#less">reference</a>
 */
public final class Less implements TemplateFunction {

    private static final Signature SIGNATURE = function("less").any("arg1").any("arg2");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(Order.compare(call) < 0);
    }
}
