package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonString;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.RuntimeRead;
import dev.belay.template.value.Value;

import java.util.Optional;

/**
 * {@code list…(resourceName or resourceIdentifier, apiVersion, functionValues)}: what an action of
 * a resource answers. Any name that begins with {@code list} is one; the answer is secret.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#list">reference</a>
 */
public final class ListAction implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("list").any("resourceName").optional().repeated();

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
        Optional<String> name = call.count() < 1 ? Optional.empty() : call.json(0).asText();
        if (name.isEmpty()) {
            return call.residual();
        }
        boolean versioned = call.has(1) && call.json(1) instanceof JsonString;
        Optional<ResourceTarget> target = call.environment().resolve(name.get());
        Optional<String> id =
                target.map(each -> each.id().opened())
                        .flatMap(Value::known)
                        .flatMap(Json::asText)
                        .or(
                                () ->
                                        target.isEmpty()
                                                ? name.filter(each -> each.startsWith("/"))
                                                : Optional.empty());
        Optional<String> version =
                versioned ? Optional.of(call.string(1)) : target.map(ResourceTarget::apiVersion);
        Optional<Json> body = call.has(2) ? Optional.of(call.json(2)) : Optional.empty();
        return id.flatMap(
                        path ->
                                version.map(
                                        each ->
                                                new RuntimeRead.ListAction(
                                                        path, call.name(), each, body)))
                .flatMap(call.environment().port()::read)
                .map(answer -> Value.secure(Value.of(answer)))
                .orElseGet(
                        () ->
                                target.map(each -> RuntimeCall.deferred(call, each, versioned))
                                        .orElseGet(call::residual));
    }
}
