package dev.belay.template.expansion;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.template.value.Value;

import java.util.Optional;

/**
 * A deployment that a template starts.
 *
 * @param scope where its resources go, unless they say otherwise
 * @param context what is known of it; where {@code inner} is false its expressions are already
 *     evaluated with the parent's context
 * @param inner whether its expressions are evaluated in a scope of their own; linked templates
 *     always are
 * @param template the inline template: as written where inner, else evaluated with what is known
 * @param link where a linked template stands
 * @param parameters {@code {name: {value} | {reference}}}; residuals inside
 * @param expanded absent while the linked template is not at hand
 */
public record NestedDeployment(
        Scope scope,
        DeploymentContext context,
        boolean inner,
        Optional<Value> template,
        Optional<DocumentRef> link,
        Value parameters,
        Optional<Expanded> expanded) {

    /** The inline template as JSON, where nothing in it is left to the deployment. */
    public Optional<Json> templateJson() {
        return template.flatMap(Value::known);
    }
}
