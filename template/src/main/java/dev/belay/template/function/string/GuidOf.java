package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code guid(baseString, …)}: a UUID of version 5 over the texts joined by hyphens.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#guid">reference</a>
 */
public final class GuidOf implements TemplateFunction {

    private static final Signature SIGNATURE = function("guid").string("baseString").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < call.count(); at++) {
            parts.add(call.string(at));
        }
        return Value.of(NameUuid.of(String.join("-", parts)).toString());
    }
}
