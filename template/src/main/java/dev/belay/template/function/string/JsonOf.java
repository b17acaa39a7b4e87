package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.LenientJson;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code json(arg1)}: the value that a JSON text stands for, read as Json.NET reads.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#json">reference</a>
 */
public final class JsonOf implements TemplateFunction {

    private static final Signature SIGNATURE = function("json").string("arg1");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(
                LenientJson.read(call.string(0))
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "Unable to evaluate the template language function"
                                                        + " 'json'. The argument provided is not a"
                                                        + " valid JSON string.")));
    }
}
