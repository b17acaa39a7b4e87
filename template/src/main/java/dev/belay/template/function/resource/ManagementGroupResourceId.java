package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code managementGroupResourceId(managementGroup, resourceType, resourceName1, …)}: an id at the
 * level of a management group.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#managementgroupresourceid">reference</a>
 */
public final class ManagementGroupResourceId implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("managementGroupResourceId").string("managementGroup").optional().repeated();

    private static final Signature UNNAMED =
            function("managementGroupResourceId")
                    .string("resourceType")
                    .string("resourceName1")
                    .repeated();

    private static final Signature NAMED =
            function("managementGroupResourceId")
                    .string("managementGroup")
                    .string("resourceType")
                    .string("resourceName1")
                    .repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        boolean named = call.environment().scope().managementGroup().isEmpty();
        (named ? NAMED : UNNAMED).checkCount(call.name(), call.count());
        ResourceIds.Parts parts = ResourceIds.parts(call.name(), ResourceIds.texts(call), 1);
        String group =
                parts.before().isEmpty()
                        ? call.environment()
                                .scope()
                                .managementGroup()
                                .flatMap(Value::asMembers)
                                .map(members -> members.get("name"))
                                .flatMap(Value::known)
                                .flatMap(Json::asText)
                                .orElseThrow(
                                        () ->
                                                TemplateFault.of(
                                                        "The deployment metadata 'managementGroup'"
                                                                + " is not valid."))
                        : parts.before().getFirst();
        return Value.of("/providers/Microsoft.Management/managementGroups/" + group + parts.tail());
    }
}
