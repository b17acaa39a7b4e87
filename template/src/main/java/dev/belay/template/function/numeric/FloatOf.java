package dev.belay.template.function.numeric;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.JsonText;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.regex.Pattern;

/**
 * {@code float(arg1)}: the float that a number or text stands for.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#float">reference</a>
 */
public final class FloatOf implements TemplateFunction {

    private static final Signature SIGNATURE = function("float").any("arg1");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    @Override
    public Value call(Call call) {
        Json json = call.json(0);
        if (json instanceof JsonNumber number) {
            return Value.of(new JsonNumber(JsonText.floating(number.value().doubleValue())));
        }
        if (json instanceof JsonString(var text)) {
            String digits = text.strip().replace(",", "");
            if (NUMBER.matcher(digits).matches()) {
                return Value.of(new JsonNumber(JsonText.floating(Double.parseDouble(digits))));
            }
        }
        throw TemplateFault.of(
                "The template language function 'float' was invoked with a parameter that is not"
                        + " valid. The value cannot be converted to the target type.");
    }
}
