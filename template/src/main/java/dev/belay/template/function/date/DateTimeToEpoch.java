package dev.belay.template.function.date;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code dateTimeToEpoch(dateTime)}: seconds since 1970.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#datetimetoepoch">reference</a>
 */
public final class DateTimeToEpoch implements TemplateFunction {

    private static final Signature SIGNATURE = function("dateTimeToEpoch").string("dateTime");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(
                DateText.read(call.string(0))
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template function 'dateTimeToEpoch' has an"
                                                    + " invalid parameter. The parameter is not a"
                                                    + " valid ISO8601 DateTime string. Please see"
                                                    + " https://aka.ms/arm-syntax-functions ."))
                        .toEpochSecond());
    }
}
