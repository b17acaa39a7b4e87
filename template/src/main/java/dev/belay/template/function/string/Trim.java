package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code trim(stringToTrim)}: the text without white space at its ends.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#trim">reference</a>
 */
public final class Trim implements TemplateFunction {

    private static final Signature SIGNATURE = function("trim").string("stringToTrim");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String text = call.string(0);
        int start = 0;
        int end = text.length();
        while (start < end && Letters.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && Letters.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return Value.of(text.substring(start, end));
    }
}
