package dev.belay.template.function.resource;

import static dev.belay.template.function.Signature.function;

import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/**
 * {@code roleDefinitions(roleName)}: a built-in role, known to the deployment only.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#roledefinitions">reference</a>
 */
public final class RoleDefinitions implements TemplateFunction {

    private static final Signature SIGNATURE = function("roleDefinitions").any("roleName");

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Value call(Call call) {
        for (int at = 0; at < call.count(); at++) {
            if (!(call.json(at) instanceof JsonString)) {
                throw TemplateFault.of(
                        "One or more provided argument(s) for template language function"
                            + " 'roleDefinitions' are not valid: all function arguments should be"
                            + " of type 'String'. Please see"
                            + " https://aka.ms/arm-functions#roleDefinitions for usage details.");
            }
        }
        return call.residual();
    }
}
