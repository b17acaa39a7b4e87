package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code pickZones(providerNamespace, resourceType, location, numberOfZones, offset)}: availability
 * zones, known to the deployment only.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#pickzones">reference</a>
 */
public final class PickZones implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("pickZones")
                    .string("providerNamespace")
                    .string("resourceType")
                    .string("location")
                    .integer("numberOfZones")
                    .optional()
                    .integer("offset")
                    .optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        return call.residual();
    }
}
