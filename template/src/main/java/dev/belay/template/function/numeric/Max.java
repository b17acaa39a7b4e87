package dev.belay.template.function.numeric;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code max(arg1, …)}: the greatest of numbers, or of one array of numbers.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric#max">reference</a>
 */
public final class Max implements TemplateFunction {

    private static final Signature SIGNATURE = function("max").any("arg1").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Extreme.of(
                call, (left, right) -> right.value().compareTo(left.value()) > 0 ? right : left);
    }
}
