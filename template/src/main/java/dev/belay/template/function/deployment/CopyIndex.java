package dev.belay.template.function.deployment;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonString;
import dev.belay.template.function.Numbers;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.Optional;

/**
 * {@code copyIndex(loopName, offset)}: the number of the current turn of a loop.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#copyindex">reference</a>
 */
public final class CopyIndex implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("copyIndex").any("loopName").optional().any("offset").optional().repeated();

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
        Optional<String> loop = Optional.empty();
        long offset = 0;
        for (int at = 0; at < call.count(); at++) {
            Json json = call.json(at);
            if (json instanceof JsonString(var name)) {
                loop = Optional.of(name);
            } else if (json instanceof JsonNumber number) {
                offset = Numbers.int64(number);
            }
        }
        return Value.of(call.environment().copyIndex(loop) + offset);
    }
}
