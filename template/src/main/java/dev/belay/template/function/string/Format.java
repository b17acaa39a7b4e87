package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code format(formatString, arg1, …)}: .NET composite format in the invariant culture.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#format">reference</a>
 */
public final class Format implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("format").string("formatString").any("arg1").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<Json> arguments = new ArrayList<>();
        for (int at = 1; at < call.count(); at++) {
            arguments.add(call.json(at));
        }
        return Value.of(CompositeFormat.of(call.string(0), arguments));
    }
}
