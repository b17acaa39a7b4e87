package dev.belay.template.function.date;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.NewGuidSource;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * {@code utcNow(format)}: the time of the deployment; only in defaults of parameters.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#utcnow">reference</a>
 */
public final class UtcNow implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("utcNow").any("format").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean lazy() {
        return true;
    }

    @Override
    public Value call(Call call) {
        Instant now = NewGuidSource.of(call).now();
        String format = call.has(0) ? call.string(0) : "yyyyMMddTHHmmssZ";
        return Value.of(
                DateFormat.of(now.atOffset(ZoneOffset.UTC), format)
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template function 'utcNow' has an invalid"
                                                        + " parameter. The parameter '"
                                                        + format
                                                        + "' is not a valid DateTime format string."
                                                        + " Please see"
                                                        + " https://aka.ms/arm-syntax-functions"
                                                        + " .")));
    }
}
