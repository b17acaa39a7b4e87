package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.NewGuidSource;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code newGuid()}: a new UUID; only in defaults of parameters.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#newguid">reference</a>
 */
public final class NewGuid implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("newGuid").any("none").optional().repeated();

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
        return Value.of(NewGuidSource.of(call).guids().get().toString());
    }
}
