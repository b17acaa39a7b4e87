package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Pending;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code resourceId(subscriptionId, resourceGroupName, resourceType, resourceName1, …)}: an id at
 * the deployment's scope, or in the named subscription and group.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#resourceid">reference</a>
 */
public final class ResourceIdOf implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("resourceId").string("subscriptionId").string("resourceGroupName").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        List<String> arguments = ResourceIds.texts(call);
        ScopeContext scope = call.environment().scope();
        ResourceIds.Parts parts = ResourceIds.parts(call.name(), arguments, 2);
        List<String> before = parts.before();
        if (before.size() == 2) {
            ResourceIds.checkSubscription(call.name(), before.getFirst());
            return Value.of(inGroup(before.getFirst(), before.getLast(), parts));
        }
        return Value.of(
                switch (scope.kind()) {
                    case RESOURCE_GROUP ->
                            inGroup(
                                    scope.subscriptionId().orElseThrow(Pending::new),
                                    before.isEmpty()
                                            ? scope.resourceGroupName().orElseThrow(Pending::new)
                                            : before.getFirst(),
                                    parts);
                    case SUBSCRIPTION ->
                            ResourceIds.inSubscription(subscription(before, scope), parts);
                    case MANAGEMENT_GROUP, TENANT ->
                            before.isEmpty()
                                    ? parts.tail()
                                    : ResourceIds.inSubscription(
                                            subscription(before, scope), parts);
                });
    }

    private static String subscription(List<String> before, ScopeContext scope) {
        if (before.isEmpty()) {
            return scope.subscriptionId().orElseThrow(Pending::new);
        }
        ResourceIds.checkSubscription("subscriptionResourceId", before.getFirst());
        return before.getFirst();
    }

    private static String inGroup(String subscription, String group, ResourceIds.Parts parts) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + group + parts.tail();
    }
}
