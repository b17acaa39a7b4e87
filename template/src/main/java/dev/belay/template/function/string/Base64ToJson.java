package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.LenientJson;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code base64ToJson(base64Value)}: the JSON value that base 64 stands for.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#base64tojson">reference</a>
 */
public final class Base64ToJson implements TemplateFunction {

    private static final Signature SIGNATURE = function("base64ToJson").string("base64Value");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(
                LenientJson.read(Base64Text.decoded(call))
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template language function 'base64ToJson' was"
                                                    + " invoked with a parameter that is not valid."
                                                    + " The decoded string is not a valid json"
                                                    + " serialized value.")));
    }
}
