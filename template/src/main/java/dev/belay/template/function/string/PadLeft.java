package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code padLeft(valueToPad, totalLength, paddingCharacter)}: a text or integer right-aligned, at
 * most 16 characters wide.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#padleft">reference</a>
 */
public final class PadLeft implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("padLeft")
                    .any("valueToPad")
                    .any("totalLength")
                    .any("paddingCharacter")
                    .optional();

    private static final Signature KINDS =
            function("padLeft").any("valueToPad").integer("totalLength").string("paddingCharacter");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Json json = call.json(0);
        String text = json instanceof JsonString(var characters) ? characters : json.toText();
        if (!(json instanceof JsonString)
                && !(json instanceof JsonNumber number && number.isInteger())) {
            throw fault(
                    "the first parameter is invalid. The source string must be a String or integer"
                            + " type, while '"
                            + call.kind(0).shown()
                            + "' was provided.");
        }
        check(call, 1);
        JsonNumber width = call.number(1);
        long wide = Numbers.int64(width);
        if (wide < 1 || wide > 16) {
            throw fault(
                    "the second parameter is invalid. Total width must be a positive integer value"
                            + " and not greater than '16', while '"
                            + wide
                            + "' was provided.");
        }
        if (call.has(2)) {
            check(call, 2);
        }
        String padding = call.has(2) ? call.string(2) : " ";
        if (padding.length() != 1) {
            throw fault(
                    "the third parameter is invalid. The padding character must be a single"
                            + " character, while '"
                            + padding
                            + "' was provided.");
        }
        return Value.of(padding.repeat(Math.max(0, (int) wide - text.length())) + text);
    }

    private static TemplateFault fault(String what) {
        return TemplateFault.of(
                "Unable to evaluate template language function 'padLeft': "
                        + what
                        + " The syntax is padLeft(string, totalWidth [, paddingChar]). Please see"
                        + " https://aka.ms/arm-function-padleft for usage details.");
    }

    private static void check(Call call, int index) {
        KINDS.checkKind(call.name(), index, call.kind(index));
    }
}
