package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.ResourceIds;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Pending;
import dev.belay.template.value.Value;

import java.util.List;

/**
 * {@code subscriptionResourceId(subscriptionId, resourceType, resourceName1, …)}: an id at
 * subscription level.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#subscriptionresourceid">reference</a>
 */
public final class SubscriptionResourceId implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("subscriptionResourceId").any("subscriptionId").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final Signature TEXTS =
            function("subscriptionResourceId")
                    .string("subscriptionId")
                    .string("resourceType")
                    .repeated();

    @Override
    public Value call(Call call) {
        boolean named = call.environment().scope().subscription().isEmpty();
        int least = named ? 3 : 2;
        if (call.count() < least) {
            throw TemplateFault.of(
                    "Unable to evaluate template language function 'subscriptionResourceId'. At"
                            + " least "
                            + (named ? "3 parameters" : "two parameter")
                            + " should be provided. Please see https://aka.ms/arm-functions for"
                            + " usage details.");
        }
        for (int at = 0; at < call.count(); at++) {
            TEXTS.checkKind(call.name(), at, call.kind(at));
        }
        List<String> arguments = ResourceIds.texts(call);
        ResourceIds.Parts parts = ResourceIds.parts(call.name(), arguments, 1);
        if (named && parts.before().isEmpty()) {
            ResourceIds.checkSubscription(call.name(), arguments.getFirst());
        }
        if (parts.before().isEmpty()) {
            return Value.of(
                    ResourceIds.inSubscription(
                            call.environment().scope().subscriptionId().orElseThrow(Pending::new),
                            parts));
        }
        ResourceIds.checkSubscription(call.name(), parts.before().getFirst());
        return Value.of(ResourceIds.inSubscription(parts.before().getFirst(), parts));
    }
}
