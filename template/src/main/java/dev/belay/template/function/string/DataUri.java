package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.json.Json;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.JsonText;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.Base64;

/**
 * {@code dataUri(stringToConvert)}: a data URI of the text.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#datauri">reference</a>
 */
public final class DataUri implements TemplateFunction {

    private static final Signature SIGNATURE = function("dataUri").any("stringToConvert");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Json json = call.json(0);
        if (json.isNull()) {
            throw TemplateFault.of(
                    "The template language function 'dataUri' was invoked with a parameter that is"
                            + " not valid. The value cannot be converted to the target type.");
        }
        String type = json instanceof JsonString ? "text/plain" : "application/json";
        String text = json instanceof JsonString(var characters) ? characters : JsonText.of(json);
        return Value.of(
                "data:"
                        + type
                        + ";charset=utf-8;base64,"
                        + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }
}
