package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code uriComponentToString(uriEncodedString)}: percent-decoded.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uricomponenttostring">reference</a>
 */
public final class UriComponentToString implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("uriComponentToString").string("uriEncodedString");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(PercentCoding.decode(call.string(0).replace('+', ' ')));
    }
}
