package dev.belay.template.function.object;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Names;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code objectKeys(object)}: the names of the members, ordered as by {@code items}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object#objectkeys">reference</a>
 */
public final class ObjectKeys implements TemplateFunction {

    private static final Signature SIGNATURE = function("objectKeys").object("object");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.array(
                call.members(0).keySet().stream().sorted(Names.ORDER).map(Value::of).toList());
    }
}
