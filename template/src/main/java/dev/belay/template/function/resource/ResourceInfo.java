package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.ResourceTarget;
import dev.belay.template.value.Value;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * {@code resourceInfo(symbolicName)}: the id of a resource of the same template.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#resourceinfo">reference</a>
 */
public final class ResourceInfo implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("resourceInfo").any("symbolicName").optional().repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean lazy() {
        return true;
    }

    @Override
    public Value call(Call call) {
        if (!call.environment().symbolicNames()) {
            throw TemplateFault.of(
                    "Template language version must be specified in order to use feature"
                            + " 'ResourceInfoFunction'.");
        }
        String name = call.string(0);
        ResourceTarget target =
                call.environment()
                        .resolve(name)
                        .orElseThrow(
                                () ->
                                        TemplateFault.of(
                                                "The template resource '"
                                                        + name
                                                        + "' is not found."));
        SequencedMap<String, Value> info = new LinkedHashMap<>();
        info.put("id", target.id());
        return Value.object(info);
    }
}
