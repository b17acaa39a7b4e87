package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code substring(stringToParse, startIndex, length)}: a part of a text, in UTF-16 units.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#substring">reference</a>
 */
public final class Substring implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("substring")
                    .string("stringToParse")
                    .integer("startIndex")
                    .integer("length")
                    .optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String text = call.string(0);
        int start = Numbers.int32(call.number(1));
        if (start < 0) {
            throw fault(
                    "The index parameter cannot be less than zero. The index: '" + start + "'.");
        }
        if (start > text.length()) {
            throw fault(
                    "The index parameter cannot be larger than the length of the string. The"
                            + " index parameter: '"
                            + start
                            + "', the length of the string parameter: '"
                            + text.length()
                            + "'.");
        }
        if (!call.has(2)) {
            return Value.of(text.substring(start));
        }
        int length = Numbers.int32(call.number(2));
        if (length < 0) {
            throw fault(
                    "The length parameter cannot be less than zero. The length parameter: '"
                            + length
                            + "'.");
        }
        if ((long) start + length > text.length()) {
            throw fault(
                    "The index and length parameters must refer to a location within the string."
                            + " The index parameter: '"
                            + start
                            + "', the length parameter: '"
                            + length
                            + "', the length of the string parameter: '"
                            + text.length()
                            + "'.");
        }
        return Value.of(text.substring(start, start + length));
    }

    private static TemplateFault fault(String what) {
        return TemplateFault.of(
                "Unable to evaluate the template language function 'substring'. "
                        + what
                        + " Please see https://aka.ms/arm-function-substring for usage details.");
    }
}
