package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code uriComponent(stringToEncode)}: percent-encoded, all but letters, digits and {@code -_.~}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uricomponent">reference</a>
 */
public final class UriComponent implements TemplateFunction {

    private static final Signature SIGNATURE = function("uriComponent").string("stringToEncode");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(PercentCoding.encode(call.string(0), ""));
    }
}
