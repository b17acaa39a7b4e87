package dev.belay.template.function.lambda;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Names;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Lambda;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * {@code toObject(inputArray, keyLambda, valueLambda)}: an object of the items under computed keys.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda#toobject">reference</a>
 */
public final class ToObject implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("toObject")
                    .array("inputArray")
                    .any("lambda expression")
                    .any("lambda expression")
                    .optional();

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
        Lambda key = call.lambda(1, 1, 1);
        Optional<Lambda> value = call.has(2) ? Optional.of(call.lambda(2, 1, 1)) : Optional.empty();
        List<Value> items = Input.items(call, SIGNATURE);
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        for (int at = 0; at < items.size(); at++) {
            Value item = items.get(at);
            String name = Results.text(call, key.apply(List.of(item)), at);
            if (Names.find(members.keySet(), name).isPresent()) {
                throw TemplateFault.of(
                        "The key lambda expression provided to language function 'toObject'"
                                + " produced a duplicate key '"
                                + name
                                + "'.");
            }
            members.put(name, value.map(lambda -> lambda.apply(List.of(item))).orElse(item));
        }
        return Value.object(members);
    }
}
