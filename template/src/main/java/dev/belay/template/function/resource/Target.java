package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code target('full')}: the resource as it stood before the deployment, known to it only. Bicep
 * lowers {@code this.existingResource()} to it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#target">reference</a>
 */
public final class Target implements TemplateFunction {

    private static final Signature SIGNATURE = function("target").any("full").optional().repeated();

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
        if (!call.environment().symbolicNames()) {
            throw TemplateFault.of(
                    "Template language version must be specified in order to use feature"
                            + " 'TargetFunction'.");
        }
        RuntimeCall.check(call);
        return call.residual();
    }
}
