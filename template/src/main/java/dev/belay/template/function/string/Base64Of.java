package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.Base64;

/**
 * {@code base64(inputString)}: the UTF-8 bytes of a text in base 64.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#base64">reference</a>
 */
public final class Base64Of implements TemplateFunction {

    private static final Signature SIGNATURE = function("base64").string("inputString");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(Base64.getEncoder().encodeToString(call.string(0).getBytes(UTF_8)));
    }
}
