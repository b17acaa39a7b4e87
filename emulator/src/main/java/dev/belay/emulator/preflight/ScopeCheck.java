package dev.belay.emulator.preflight;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.template.expansion.ExpandedResource;
import dev.belay.types.catalog.ScopeKind;
import dev.belay.types.catalog.TypeFacts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the resources of a template lie at scopes where their types can be. What hangs on another
 * resource is not looked at.
 */
public final class ScopeCheck {

    private final ResourceTypes types;

    public ScopeCheck(ResourceTypes types) {
        this.types = types;
    }

    /** Why the first resource at a wrong scope is refused. Evidence: text recorded. */
    public Optional<Refusal> refuse(List<ExpandedResource> resources) {
        return resources.stream().flatMap(one -> refuse(one.id()).stream()).findFirst();
    }

    private Optional<Refusal> refuse(ResourceId id) {
        Set<ScopeKind> fits =
                id.type().equals(ResourceType.RESOURCE_GROUP)
                        ? Set.of(ScopeKind.SUBSCRIPTION)
                        : types.catalog()
                                .type(id.type())
                                .map(TypeFacts::writableScopes)
                                .orElse(Set.of());
        Optional<ScopeKind> kind = kind(id);
        return fits.isEmpty() || kind.isEmpty() || fits.contains(kind.get())
                ? Optional.empty()
                : Optional.of(
                        Refusal.gateway(
                                400,
                                DeploymentErrors.invalidScope(
                                        id, fits.stream().map(ScopeCheck::word).toList())));
    }

    private static Optional<ScopeKind> kind(ResourceId id) {
        return switch (id.parent()) {
            case Scope.Tenant _ -> Optional.of(ScopeKind.TENANT);
            case Scope.ManagementGroup _ -> Optional.of(ScopeKind.MANAGEMENT_GROUP);
            case Scope.Subscription _ -> Optional.of(ScopeKind.SUBSCRIPTION);
            case Scope.ResourceGroup _ -> Optional.of(ScopeKind.RESOURCE_GROUP);
            case ResourceId _ -> Optional.empty();
        };
    }

    private static String word(ScopeKind kind) {
        return switch (kind) {
            case TENANT -> "Tenant";
            case MANAGEMENT_GROUP -> "ManagementGroup";
            case SUBSCRIPTION -> "Subscription";
            case RESOURCE_GROUP -> "ResourceGroup";
            case EXTENSION -> "Extension";
        };
    }
}
