package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

/**
 * {@code length(arg1)}: the number of items, members or UTF-16 units.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#length">reference</a>
 */
public final class Length implements TemplateFunction {

    private static final Signature SIGNATURE = function("length").any("arg1");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value value = call.value(0);
        return Value.of(
                Size.of(value)
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template language function 'length' expects"
                                                    + " its parameter to be an array, object, or a"
                                                    + " string. The provided value is of type '"
                                                        + value.kind()
                                                                .orElseThrow(Pending::new)
                                                                .shown()
                                                        + "'. Please see"
                                                        + " https://aka.ms/arm-function-length for"
                                                        + " usage details.")));
    }
}
