package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code startsWith(stringToSearch, stringToFind)}: whether the first text begins with the second,
 * ignoring case, linguistically.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#startswith">reference</a>
 */
public final class StartsWith implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("startsWith").string("stringToSearch").string("stringToFind");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(call.text().startsWithIgnoringCase(call.string(0), call.string(1)));
    }
}
