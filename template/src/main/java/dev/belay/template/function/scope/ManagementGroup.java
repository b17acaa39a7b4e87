package dev.belay.template.function.scope;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code managementGroup()}: the management group that is deployed to, or one by name.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope#managementgroup">reference</a>
 */
public final class ManagementGroup implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("managementGroup").string("name").optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        if (call.count() == 0) {
            return Metadata.of("managementGroup", call.environment().scope().managementGroup());
        }
        String name = call.string(0);
        return Metadata.object(
                "/providers/Microsoft.Management/managementGroups/" + name,
                name,
                "Microsoft.Management/managementGroups");
    }
}
