package dev.belay.template.function.array;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code last(arg1)}: the last item, null if there is none; of a text the last character.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#last">reference</a>
 */
public final class Last implements TemplateFunction {

    private static final Signature SIGNATURE = function("last").any("arg1");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value value = call.value(0);
        if (value instanceof Value.Known(JsonString(var text))) {
            return Value.of(text.isEmpty() ? "" : text.substring(text.length() - 1));
        }
        List<Value> items =
                value.asItems()
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template language function 'last' expects its"
                                                        + " parameter be an array or a string. The"
                                                        + " provided value is of type '"
                                                        + value.kind()
                                                                .orElseThrow(Pending::new)
                                                                .shown()
                                                        + "'. Please see"
                                                        + " https://aka.ms/arm-function-last for"
                                                        + " usage details."));
        return items.isEmpty() ? Value.nullValue() : items.getLast();
    }
}
