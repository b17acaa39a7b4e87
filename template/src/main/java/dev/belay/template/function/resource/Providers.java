package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.Locale;

/**
 * {@code providers(providerNamespace, resourceType)}: the types of a provider and their
 * api-versions.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#providers">reference</a>
 */
public final class Providers implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("providers").string("providerNamespace").string("resourceType").optional();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        Json provider =
                call.environment().scope().providers().get(call.string(0).toLowerCase(Locale.ROOT));
        if (provider == null) {
            return call.residual();
        }
        if (!call.has(1)) {
            return Value.of(provider);
        }
        String type = call.string(1);
        return provider.at("/resourceTypes").flatMap(Json::asArray).stream()
                .flatMap(JsonArray::stream)
                .filter(
                        each ->
                                each.textAt("/resourceType")
                                        .filter(type::equalsIgnoreCase)
                                        .isPresent())
                .findFirst()
                .map(Value::of)
                .orElseThrow(
                        () ->
                                TemplateFault.of(
                                        "The resource type '"
                                                + type
                                                + "' is not found in provider '"
                                                + call.string(0)
                                                + "'."));
    }
}
