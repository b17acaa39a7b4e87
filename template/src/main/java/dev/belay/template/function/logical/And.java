package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Value;

/**
 * {@code and(arg1, arg2, …)}: evaluates from left to right and stops at the first argument that
 * decides.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#and">reference</a>
 */
public final class And implements TemplateFunction {

    private static final Signature SIGNATURE = function("and").any("arg1").any("arg2").repeated();

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
        for (int at = 0; at < call.count(); at++) {
            Value value = call.value(at);
            if (value.kind().filter(Kind.BOOLEAN::equals).isEmpty()) {
                throw TemplateFault.of(
                        "The provided arguments for template language function '"
                                + call.name()
                                + "' is not valid: all arguments should be of type 'boolean'."
                                + " Please see https://aka.ms/arm-functions#"
                                + call.name()
                                + " for usage details.");
            }
            if (call.truth(at) == false) {
                return Value.of(false);
            }
        }
        return Value.of(true);
    }
}
