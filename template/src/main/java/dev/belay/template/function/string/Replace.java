package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code replace(originalString, oldString, newString)}: every occurrence replaced, with case.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#replace">reference</a>
 */
public final class Replace implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("replace").string("originalString").string("oldString").string("newString");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        if (call.string(1).isEmpty()) {
            throw TemplateFault.of(
                    "The template language function 'replace' expects its second parameter to not"
                            + " be null or empty. Please see https://aka.ms/arm-functions for usage"
                            + " details.");
        }
        return Value.of(call.string(0).replace(call.string(1), call.string(2)));
    }
}
