package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code coalesce(arg1, …)}: the first value that is not null.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#coalesce">reference</a>
 */
public final class Coalesce implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("coalesce").any("arg1").optional().repeated();

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
        for (int at = 0; at < call.count(); at++) {
            if (!call.value(at).isNull()) {
                return call.raw(at);
            }
        }
        return Value.nullValue();
    }
}
