package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

/**
 * {@code empty(itemToTest)}: whether a text, array or object is empty; null is.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#empty">reference</a>
 */
public final class Empty implements TemplateFunction {

    private static final Signature SIGNATURE = function("empty").any("itemToTest");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value value = call.value(0);
        if (value.isNull()) {
            return Value.of(true);
        }
        return Value.of(
                Size.of(value)
                                .orElseThrow(
                                        () ->
                                                TemplateFault.of(
                                                        "The template function 'empty' expects its"
                                                            + " parameter to be an object, an"
                                                            + " array, or a string. The provided"
                                                            + " value is of type '"
                                                                + value.kind()
                                                                        .orElseThrow(Pending::new)
                                                                        .shown()
                                                                + "'. Please see"
                                                                + " https://aka.ms/arm-function-empty"
                                                                + " for usage details."))
                        == 0);
    }
}
