package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code extensionResourceId(baseResourceId, resourceType, resourceName1, …)}: the id of a resource
 * that extends another.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#extensionresourceid">reference</a>
 */
public final class ExtensionResourceId implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("extensionResourceId")
                    .string("baseResourceId")
                    .string("resourceType")
                    .string("resourceName1")
                    .repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<String> arguments = ResourceIds.texts(call);
        String base = arguments.getFirst();
        String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        if (!trimmed.startsWith("/")) {
            throw ResourceIds.fault(
                    call.name(),
                    "the provided parent resource id '" + base + "' is not a valid uri.");
        }
        return Value.of(
                trimmed
                        + ResourceIds.parts(call.name(), arguments.subList(1, arguments.size()), 0)
                                .tail());
    }
}
