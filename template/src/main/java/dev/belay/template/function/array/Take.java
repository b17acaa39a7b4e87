package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code take(originalValue, number)}: the items or characters that are the first ones; the number
 * is cut to what there is.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#take">reference</a>
 */
public final class Take implements TemplateFunction {

    private static final Signature SIGNATURE = function("take").any("originalValue").any("number");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Signature SIGNATURE_OF_NUMBER =
            function("take").any("originalValue").integer("number");

    @Override
    public Value call(Call call) {
        Value value = call.value(0);
        int size =
                Size.of(value)
                        .filter(_ -> value.asMembers().isEmpty())
                        .orElseThrow(() -> wrongKind(value));
        SIGNATURE_OF_NUMBER.checkKind(call.name(), 1, call.kind(1));
        int count = Math.clamp(Numbers.int32(call.number(1)), 0, size);
        if (value instanceof Value.Known(JsonString(var text))) {
            return Value.of(text.substring(0, count));
        }
        List<Value> items = call.items(0);
        return Value.array(items.subList(0, count));
    }

    private static TemplateFault wrongKind(Value value) {
        return TemplateFault.of(
                "The template language function 'take' expects its first parameter 'collection' to"
                        + " be an array or a string. The provided value is of type '"
                        + value.kind().orElseThrow(Pending::new).shown()
                        + "'. Please see https://aka.ms/arm-function-take for usage details.");
    }
}
