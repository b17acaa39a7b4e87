package dev.belay.template.function.deployment;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code extensions(alias)}: the configuration of an extension.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#extensions">reference</a>
 */
public final class Extensions implements TemplateFunction {

    private static final Signature SIGNATURE = function("extensions").only("alias");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String alias = call.string(0);
        return Value.of(
                call.environment()
                        .extension(alias)
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The extension with the alias '"
                                                        + alias
                                                        + "' cannot be found in the template.")));
    }
}
