package dev.belay.template.function.date;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * {@code dateTimeAdd(base, duration, format)}: a time later or earlier; a month is 30 days, a year
 * 365. The offset of the base stays.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#datetimeadd">reference</a>
 */
public final class DateTimeAdd implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("dateTimeAdd").string("base").string("duration").string("format").optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        String base = call.string(0);
        OffsetDateTime start =
                DateText.read(base)
                        .orElseThrow(
                                () ->
                                        fault(
                                                "first parameter '"
                                                        + base
                                                        + "' is not a valid ISO8601 DateTime"
                                                        + " string."));
        String span = call.string(1);
        Duration duration =
                DateText.duration(span)
                        .orElseThrow(
                                () ->
                                        fault(
                                                "second parameter '"
                                                        + span
                                                        + "' is not a valid ISO8601 Duration"
                                                        + " string."));
        OffsetDateTime end;
        try {
            end = start.plus(duration);
        } catch (DateTimeException | ArithmeticException _) {
            throw TemplateFault.of(
                    "The added or subtracted value results in an un-representable DateTime.");
        }
        if (end.getYear() < 1 || end.getYear() > 9999) {
            throw TemplateFault.of(
                    "The added or subtracted value results in an un-representable DateTime.");
        }
        String format = call.has(2) ? call.string(2) : DateFormat.DEFAULT;
        return Value.of(
                DateFormat.of(end, format)
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template function 'dateTimeAdd' has an invalid"
                                                        + " parameter. The third parameter '"
                                                        + format
                                                        + "' is not a valid DateTime format string."
                                                        + " Please see"
                                                        + " https://aka.ms/arn-template#functions"
                                                        + " .")));
    }

    private static TemplateFault fault(String what) {
        return TemplateFault.of(
                "The template function 'dateTimeAdd' has an invalid parameter. The "
                        + what
                        + " Please see https://aka.ms/arm-syntax-functions .");
    }
}
