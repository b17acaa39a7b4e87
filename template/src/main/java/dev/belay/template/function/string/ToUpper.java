package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code toUpper(stringToChange)}: the text in capital letters, character by character.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#toupper">reference</a>
 */
public final class ToUpper implements TemplateFunction {

    private static final Signature SIGNATURE = function("toUpper").string("stringToChange");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(Letters.each(call.string(0), Letters::capital));
    }
}
