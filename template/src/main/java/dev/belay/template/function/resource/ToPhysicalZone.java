package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code toPhysicalZone(subscriptionId, location, zone)}: the physical zone of a logical one, known
 * to the deployment only.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#tophysicalzone">reference</a>
 */
public final class ToPhysicalZone implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("toPhysicalZone").any("subscriptionId").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean refusesRuntimeArguments() {
        return true;
    }

    @Override
    public Value call(Call call) {
        RuntimeCall.check(call);
        return call.residual();
    }
}
