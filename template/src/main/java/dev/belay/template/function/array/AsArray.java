package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code array(convertToArray)}: an array as it is, anything else as the one item of an array.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#array">reference</a>
 */
public final class AsArray implements TemplateFunction {

    private static final Signature SIGNATURE = function("array").any("convertToArray");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value value = call.raw(0);
        return value.kind().filter(Kind.ARRAY::equals).isPresent()
                ? value
                : Value.array(List.of(value));
    }
}
