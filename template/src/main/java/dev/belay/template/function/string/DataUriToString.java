package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.LenientJson;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code dataUriToString(dataUriToConvert)}: the text of a data URI; what is said to be JSON in
 * base 64 is read, as the live service did in 2019.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#datauritostring">reference</a>
 */
public final class DataUriToString implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("dataUriToString").string("dataUriToConvert");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "data:[^,]*?(;base64)?,(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public Value call(Call call) {
        String uri = call.string(0);
        Matcher parts = FORM.matcher(uri);
        if (!parts.matches()) {
            throw TemplateFault.of(
                    "The template language function 'dataUriToString' expects its parameter to be"
                            + " formatted as a valid data URI. The provided value '"
                            + uri
                            + "' was not formatted correctly. Please see"
                            + " https://aka.ms/arm-functions#dataUriToString for usage details.");
        }
        String data = parts.group(2);
        if (parts.group(1) == null) {
            return Value.of(PercentCoding.decode(data));
        }
        String text =
                Base64Text.decode(data)
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template language function 'dataUriToString'"
                                                    + " was invoked with a parameter that is not"
                                                    + " valid. The value cannot be converted to the"
                                                    + " target type."));
        return uri.startsWith("data:application/json")
                ? LenientJson.read(text).map(Value::of).orElse(Value.of(text))
                : Value.of(text);
    }
}
