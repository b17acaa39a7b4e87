package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.Locale;

/**
 * {@code bool(arg1)}: the truth that a text, number or truth stands for.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#bool">reference</a>
 */
public final class Bool implements TemplateFunction {

    private static final Signature SIGNATURE = function("bool").any("arg1");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Json json = call.json(0);
        if (json instanceof JsonBoolean truth) {
            return Value.of(truth.truth());
        }
        if (json instanceof JsonNumber number) {
            return Value.of(number.value().signum() != 0);
        }
        if (json instanceof JsonString(var text)) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (word.equals("true") || word.equals("false")) {
                return Value.of(word.equals("true"));
            }
        }
        throw TemplateFault.of(
                "The template language function 'bool' was invoked with a parameter that is not"
                        + " valid. The value cannot be converted to the target type.");
    }
}
