package dev.belay.template.function.logical;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Kind;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

/**
 * {@code if(condition, trueValue, falseValue)}: evaluates only the branch it takes; while the
 * condition is unknown, both branches stay as written.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#if">reference</a>
 */
public final class If implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("if").any("condition").any("trueValue").any("falseValue");

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
        Value condition = call.value(0);
        Kind kind = condition.kind().orElseThrow(Pending::new);
        if (kind != Kind.BOOLEAN) {
            throw TemplateFault.of(
                    "The template language function 'if' expects its first parameter to be of type"
                            + " 'boolean'. The provided value is of type '"
                            + kind.shown()
                            + "'. Please see https://aka.ms/arm-function-if for usage details.");
        }
        return call.raw(call.truth(0) ? 1 : 2);
    }
}
