package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.LanguageEquality;
import dev.belay.template.value.Value;

/**
 * {@code equals(arg1, arg2)}: same kind and same content, see {@link LanguageEquality}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#equals">reference</a>
 */
public final class Equals implements TemplateFunction {

    private static final Signature SIGNATURE = function("equals").any("arg1").any("arg2");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(LanguageEquality.equal(call.json(0), call.json(1)));
    }
}
