package dev.belay.template.function.object;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

/**
 * {@code tryGet(itemToTest, keyOrIndex, …)}: the item below, or null if the first key is missing.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#tryget">reference</a>
 */
public final class TryGet implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("tryGet")
                    .any("itemToTest")
                    .of("keyOrIndex", Kind.STRING, Kind.INTEGER)
                    .repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Value found = first(call.value(0), call.json(1));
        for (int at = 2; at < call.count() && !(at == 2 && found.isNull()); at++) {
            found = Member.of(found, call.json(at));
        }
        return found;
    }

    private static Value first(Value base, Json key) {
        return Member.find(base, key).orElse(Value.nullValue());
    }
}
