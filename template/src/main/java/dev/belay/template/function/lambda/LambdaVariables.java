package dev.belay.template.function.lambda;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.NotFound;
import dev.belay.template.value.Value;

/**
 * {@code lambdaVariables(name)}: what the lambda around was given under that name.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#lambdavariables">reference</a>
 */
public final class LambdaVariables implements TemplateFunction {

    private static final Signature SIGNATURE = function("lambdaVariables").any("name");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return call.json(0)
                .asText()
                .flatMap(call::lambdaVariable)
                .orElseThrow(() -> NotFound.function(call.name()));
    }
}
