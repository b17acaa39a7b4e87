package dev.belay.template.function.deployment;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code variables(variableName)}: the value of a variable.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#variables">reference</a>
 */
public final class Variables implements TemplateFunction {

    private static final Signature SIGNATURE = function("variables").only("variableName");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return call.environment().variable(call.string(0));
    }
}
