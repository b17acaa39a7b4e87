package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.Optional;

/**
 * {@code reference(resourceName or resourceIdentifier, apiVersion, 'Full')}: the state of a
 * resource at the time of the deployment.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#reference">reference</a>
 */
public final class Reference implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("reference")
                    .string("resourceName")
                    .string("apiVersion")
                    .optional()
                    .string("Full")
                    .optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean refusesRuntimeArguments() {
        return true;
    }

    @Override
    public Value call(Call call) {
        RuntimeCall.check(call);
        String name = call.string(0);
        boolean full = call.has(2) && call.string(2).equalsIgnoreCase("full");
        if (!full) {
            Optional<Value> nested = call.environment().nestedDeployment(name);
            if (nested.isPresent()) {
                return nested.get();
            }
        }
        boolean versioned = call.has(1) && !call.value(1).isNull();
        Optional<ResourceTarget> target = call.environment().resolve(name);
        Optional<String> id =
                target.map(each -> each.id().opened())
                        .flatMap(Value::known)
                        .flatMap(Json::asText)
                        .or(
                                () ->
                                        target.isEmpty() && name.startsWith("/")
                                                ? Optional.of(name)
                                                : Optional.empty());
        Optional<String> version =
                versioned ? Optional.of(call.string(1)) : target.map(ResourceTarget::apiVersion);
        return id.flatMap(path -> version.map(each -> new RuntimeRead.Get(path, each, full)))
                .flatMap(call.environment().port()::read)
                .map(Value::of)
                .orElseGet(
                        () ->
                                target.map(each -> RuntimeCall.deferred(call, each, versioned))
                                        .orElseGet(call::residual));
    }
}
