package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code not(arg1)}: the opposite truth.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#not">reference</a>
 */
public final class Not implements TemplateFunction {

    private static final Signature SIGNATURE = function("not").bool("arg1");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(!call.truth(0));
    }
}
