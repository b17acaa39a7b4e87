package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code tenantResourceId(resourceType, resourceName1, …)}: an id at tenant level.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#tenantresourceid">reference</a>
 */
public final class TenantResourceId implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("tenantResourceId").string("resourceType").string("resourceName1").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return Value.of(ResourceIds.parts(call.name(), ResourceIds.texts(call), 0).tail());
    }
}
