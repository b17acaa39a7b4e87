package dev.belay.template.function.deployment;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code fail(message)}: an error of that text.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#fail">reference</a>
 */
public final class Fail implements TemplateFunction {

    private static final Signature SIGNATURE = function("fail").string("message");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        throw TemplateFault.of(call.string(0));
    }
}
