package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code base64ToString(base64Value)}: the text that base 64 stands for.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#base64tostring">reference</a>
 */
public final class Base64ToString implements TemplateFunction {

    private static final Signature SIGNATURE = function("base64ToString").string("base64Value");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(Base64Text.decoded(call));
    }
}
