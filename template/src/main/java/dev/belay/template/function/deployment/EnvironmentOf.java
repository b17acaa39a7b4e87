package dev.belay.template.function.deployment;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code environment()}: the cloud that the deployment runs in.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#environment">reference</a>
 */
public final class EnvironmentOf implements TemplateFunction {

    private static final Signature SIGNATURE = function("environment");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return call.environment().scope().environment();
    }
}
