package dev.belay.emulator.export;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.types.catalog.TypeFacts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a group is exported: what its list of resources shows, and the children of that. Left out
 * without a word are extension resources, such as locks, role assignments and diagnostic settings
 * (reported: Azure/aztfexport#669), and types that nobody can deploy.
 */
final class Selection {

    private final ResourceTypes types;
    private final Set<ResourceId> named;
    private final SequencedMap<ResourceId, StoredResource> taken = new LinkedHashMap<>();
    private final SequencedSet<ResourceType> refused = new LinkedHashSet<>();

    private Selection(ResourceTypes types, Set<ResourceId> named) {
        this.types = types;
        this.named = named;
    }

    /** The whole group. */
    static Selection all(World world, ResourceTypes types, Scope.ResourceGroup group) {
        return new Selection(types, Set.of()).taking(world.resources().below(group));
    }

    /** The resources named, with what lies below them. */
    static Selection only(World world, ResourceTypes types, Set<ResourceId> ids) {
        var candidates = new TreeMap<ResourceId, StoredResource>();
        for (ResourceId id : ids) {
            world.find(id).ifPresent(stored -> candidates.put(id, stored));
            world.resources().below(id).forEach(stored -> candidates.put(stored.id(), stored));
        }
        return new Selection(types, Set.copyOf(ids)).taking(candidates.values());
    }

    private Selection taking(Collection<StoredResource> candidates) {
        for (StoredResource stored : candidates) {
            ResourceId id = stored.id();
            if (id.isExtension() || !isDeployable(id.type())) {
                continue;
            }
            if (Unexported.why(id.type()).isPresent()) {
                refused.add(id.type());
            } else if (isAskedFor(id)) {
                taken.put(id, stored);
            }
        }
        return this;
    }

    private boolean isDeployable(ResourceType type) {
        return types.catalog()
                .type(type)
                .filter(facts -> !facts.writableScopes().isEmpty())
                .isPresent();
    }

    private boolean isAskedFor(ResourceId id) {
        return named.contains(id)
                || id.container()
                        .map(taken::containsKey)
                        .orElseGet(() -> isListed(types, id.type()));
    }

    /** Whether the group's list of resources shows resources of the type. */
    static boolean isListed(ResourceTypes types, ResourceType type) {
        return types.catalog().type(type).filter(TypeFacts::tracked).isPresent();
    }

    /** Ordered by path. */
    List<StoredResource> resources() {
        return List.copyOf(taken.values());
    }

    Set<ResourceId> ids() {
        return Set.copyOf(taken.keySet());
    }

    /** Why types were left out, one for each type. */
    List<ArmError> errors() {
        return refused.stream().flatMap(type -> Unexported.why(type).stream()).toList();
    }
}
