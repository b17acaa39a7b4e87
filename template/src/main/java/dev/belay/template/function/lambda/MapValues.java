package dev.belay.template.function.lambda;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * {@code mapValues(inputObject, lambda)}: the object with what the lambda makes of each value.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#mapvalues">reference</a>
 */
public final class MapValues implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("mapValues").object("inputObject").any("lambda expression");

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
        Lambda lambda = call.lambda(1, 1, 1);
        SIGNATURE.checkKind(call.name(), 0, call.kind(0));
        SequencedMap<String, Value> mapped = new LinkedHashMap<>();
        call.members(0).forEach((name, value) -> mapped.put(name, lambda.apply(List.of(value))));
        return Value.object(mapped);
    }
}
