package dev.belay.template.function.deployment;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code parameters(parameterName)}: the value of a parameter.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#parameters">reference</a>
 */
public final class Parameters implements TemplateFunction {

    private static final Signature SIGNATURE = function("parameters").only("parameterName");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return call.environment().parameter(call.string(0));
    }
}
