package dev.belay.template.function.date;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonNumber;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * {@code dateTimeFromEpoch(epochTime)}: the time of so many seconds since 1970.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#datetimefromepoch">reference</a>
 */
public final class DateTimeFromEpoch implements TemplateFunction {

    private static final Signature SIGNATURE = function("dateTimeFromEpoch").any("epochTime");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Signature INTEGER = function("dateTimeFromEpoch").integer("epochTime");

    private static final long EARLIEST = -62_135_596_800L;
    private static final long LATEST = 253_402_300_799L;

    @Override
    public Value call(Call call) {
        if (!(call.json(0) instanceof JsonNumber)) {
            INTEGER.checkKind(call.name(), 0, call.kind(0));
        }
        if (call.number(0).asLong().filter(each -> each >= EARLIEST && each <= LATEST).isEmpty()) {
            throw TemplateFault.of(
                    "The template function 'dateTimeFromEpoch' has an invalid parameter. The"
                            + " parameter is not a valid epoch time integer. Please see"
                            + " https://aka.ms/arm-syntax-functions .");
        }
        OffsetDateTime time =
                Instant.ofEpochSecond(Numbers.int64(call.number(0))).atOffset(ZoneOffset.UTC);
        return Value.of(DateFormat.of(time, DateFormat.DEFAULT).orElseThrow());
    }
}
