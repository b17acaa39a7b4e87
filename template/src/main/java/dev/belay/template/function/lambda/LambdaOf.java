package dev.belay.template.function.lambda;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.Value;

/**
 * {@code lambda('x', body)}: not a value; only the functions that take one read it. Anywhere else
 * it is refused (that: engine; the text: inferred).
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#lambda">reference</a>
 */
public final class LambdaOf implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("lambda").any("parameter").any("body").optional().repeated();

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
        throw NotFound.function(call.name());
    }
}
