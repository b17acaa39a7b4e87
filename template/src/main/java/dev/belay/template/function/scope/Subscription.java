package dev.belay.template.function.scope;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonObject;
import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code subscription()}: the subscription that is deployed to.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope#subscription">reference</a>
 */
public final class Subscription implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("subscription").string("subscriptionId").optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        if (call.count() == 0) {
            return Metadata.of("subscription", call.environment().scope().subscription());
        }
        String id = call.string(0);
        ResourceIds.checkSubscription("subscriptionResourceId", id);
        return Value.of(
                JsonObject.builder()
                        .put("id", "/subscriptions/" + id)
                        .put("subscriptionId", id)
                        .build());
    }
}
