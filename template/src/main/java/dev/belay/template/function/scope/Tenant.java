package dev.belay.template.function.scope;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code tenant()}: the tenant that is deployed to.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope#tenant">reference</a>
 */
public final class Tenant implements TemplateFunction {

    private static final Signature SIGNATURE = function("tenant");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return call.environment().scope().tenant();
    }
}
