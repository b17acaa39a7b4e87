package dev.belay.template.function.numeric;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonNumber;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.regex.Pattern;

/**
 * {@code int(valueToConvert)}: the 64-bit integer that a text stands for.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#int">reference</a>
 */
public final class Int implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("int").oneOf("valueToConvert", Kind.INTEGER, Kind.STRING);

    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        if (call.json(0) instanceof JsonNumber number) {
            return Value.of(number);
        }
        String text = call.string(0);
        try {
            if (!DIGITS.matcher(text.strip()).matches()) {
                throw new NumberFormatException(text);
            }
            return Value.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException _) {
            throw TemplateFault.of(
                    "The template language function 'int' cannot convert provided value '"
                            + text
                            + "' to integer value. Please see https://aka.ms/arm-function-int for"
                            + " usage details.");
        }
    }
}
