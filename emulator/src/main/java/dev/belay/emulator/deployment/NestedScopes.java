package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.World;
import dev.belay.template.expansion.Expanded;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.template.expansion.NestedDeployment;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a template's nested deployments go, at any depth, before any of them starts. */
final class NestedScopes {

    private NestedScopes() {}

    /**
     * Why a nested deployment cannot go to its scope: it neither exists nor is made by the
     * template. Evidence: recorded (404) for groups; that one made by the template is not missed:
     * recorded for groups, inferred for management groups.
     */
    static Optional<Refusal> missing(World world, Expanded root) {
        Set<ResourceId> made =
                root.everything().stream().map(ExpandedResource::id).collect(Collectors.toSet());
        return missing(world, root, made);
    }

    private static Optional<Refusal> missing(World world, Expanded expanded, Set<ResourceId> made) {
        for (ExpandedResource resource : expanded.resources()) {
            Optional<NestedDeployment> nested = resource.nested();
            if (nested.isEmpty()) {
                continue;
            }
            Scope scope = resource.id().scope();
            Optional<Refusal> missing =
                    ResourceId.parse(scope.path()).filter(made::contains).isPresent()
                            ? Optional.empty()
                            : Admission.scopeMissing(world, scope);
            if (missing.isPresent()) {
                return missing;
            }
            Optional<Refusal> deeper =
                    nested.get().expanded().flatMap(inner -> missing(world, inner, made));
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
