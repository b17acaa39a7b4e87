package dev.belay.template.expansion;

import dev.belay.arm.ResourceId;
import dev.belay.template.diagnostic.Diagnostic.Span;
import dev.belay.template.value.Value;

import java.util.List;
import java.util.Optional;

/**
 * One resource of a template: one instance of a copy loop, or a nested deployment.
 *
 * @param symbolicName its name in a template of language version 2.0
 * @param condition present where only the deployment can tell whether the resource is wanted
 * @param body the members to PUT: {@code location}, {@code tags}, {@code sku}, {@code properties}
 *     and so on; what only the deployment can know is {@link Value.Deferred} inside, secrets are
 *     {@link Value.Secure}
 * @param dependsOn what it waits for in the same template: written down, or because it is read by
 *     {@code reference} or {@code list*}
 * @param existing read, never written
 * @param nested present if the type is {@code Microsoft.Resources/deployments}
 * @param position the resource's opening brace in the text it stands in
 */
public record ExpandedResource(
        ResourceId id,
        String apiVersion,
        Optional<String> symbolicName,
        Optional<Value> condition,
        Value body,
        List<ResourceId> dependsOn,
        boolean existing,
        Optional<NestedDeployment> nested,
        Optional<Span> position) {

    public ExpandedResource {
        dependsOn = List.copyOf(dependsOn);
    }
}
