package dev.belay.template.function.scope;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.ScopeContext;
import dev.belay.template.value.Value;

/**
 * {@code resourceGroup()}: the resource group that is deployed to, or one by name.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope#resourcegroup">reference</a>
 */
public final class ResourceGroup implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("resourceGroup").any("subscriptionId").optional().any("name").optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Signature SUBSCRIPTION_LEVEL =
            function("subscriptionResourceId")
                    .string("subscriptionId")
                    .string("resourceType")
                    .string("resourceName");

    @Override
    public Value call(Call call) {
        ScopeContext scope = call.environment().scope();
        if (call.count() == 0) {
            return Metadata.of("resourceGroup", scope.resourceGroup());
        }
        SUBSCRIPTION_LEVEL.checkKind(
                "subscriptionResourceId", call.count() == 1 ? 2 : 0, call.kind(0));
        String name = call.string(call.count() - 1);
        String subscription =
                call.count() == 2
                        ? call.string(0)
                        : Metadata.of(
                                        "subscription",
                                        scope.subscription()
                                                .map(
                                                        _ ->
                                                                Value.of(
                                                                        scope.subscriptionId()
                                                                                .orElse(""))))
                                .known()
                                .flatMap(Json::asText)
                                .orElseThrow();
        ResourceIds.checkSubscription("subscriptionResourceId", subscription);
        return Metadata.object(
                "/subscriptions/" + subscription + "/resourceGroups/" + name,
                name,
                "Microsoft.Resources/resourceGroups");
    }
}
