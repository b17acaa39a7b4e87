package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.emulator.type.Existence;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.types.catalog.TypeFacts;

import java.util.List;
import java.util.Set;

/**
 * What a deployment in mode Complete deletes. Evidence: documented (learn.microsoft.com, "Azure
 * Resource Manager deployment modes" and "Deletion of Azure resources for complete mode
 * deployments").
 */
public final class Surplus {

    private final ResourceTypes types;

    Surplus(ResourceTypes types) {
        this.types = types;
    }

    /**
     * The resources of the group that are not kept and whose types are cleaned up, ordered by path;
     * none under a lock of the group or above it (documented). Managed resources stay (documented:
     * resource-api-reference of the provider contract).
     */
    public List<ResourceId> of(World world, Scope.ResourceGroup group, Set<ResourceId> kept) {
        if (!world.resources().locksOver(group).isEmpty()) {
            return List.of();
        }
        return world.resources().below(group).stream()
                .filter(stored -> !kept.contains(stored.id()))
                .filter(stored -> !isManaged(stored))
                .filter(stored -> isCleanedUp(stored.id()))
                .map(StoredResource::id)
                .toList();
    }

    private static boolean isManaged(StoredResource stored) {
        return stored.body()
                .find("managedBy")
                .flatMap(Json::asText)
                .filter(manager -> !manager.isBlank())
                .isPresent();
    }

    private boolean isCleanedUp(ResourceId id) {
        boolean comesAndGoes =
                types.behavior(id.type())
                        .filter(type -> type.existence() instanceof Existence.Ordinary)
                        .isPresent();
        return comesAndGoes
                && types.catalog()
                        .type(id.type())
                        .map(TypeFacts::deletedInCompleteMode)
                        .filter(fact -> fact.value())
                        .isPresent();
    }
}
