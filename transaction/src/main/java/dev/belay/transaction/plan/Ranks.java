package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The order of types where bodies do not tell it. Locks go first and come last; what assigns goes
 * before what it assigns, which it may name by another path (a role definition's id at the tenant).
 * Source: the removal sequence of Azure Verified Modules; role definitions inferred.
 */
final class Ranks {

    private static final ResourceType LOCK = ResourceType.of("Microsoft.Authorization/locks");

    private static final Map<ResourceType, Integer> RANKS =
            Map.of(
                    ResourceType.of("Microsoft.Authorization/roleAssignments"), 4,
                    ResourceType.of("Microsoft.Authorization/policyExemptions"), 19,
                    ResourceType.of("Microsoft.Authorization/policyAssignments"), 20,
                    ResourceType.of("Microsoft.Authorization/policySetDefinitions"), 21,
                    ResourceType.of("Microsoft.Authorization/policyDefinitions"), 22,
                    ResourceType.of("Microsoft.Authorization/roleDefinitions"), 22);

    private Ranks() {}

    static boolean lock(ResourceId id) {
        return id.type().equals(LOCK);
    }

    /** Whether the lock holds for the other: at its parent and below. */
    static boolean locks(ResourceId lock, ResourceId other) {
        String parent = lock.parent().folded();
        return other.folded().equals(parent) || other.folded().startsWith(parent + "/");
    }

    /** Whether the first is to be deleted before the second, and created after it. */
    static boolean lower(ResourceId first, ResourceId second) {
        OptionalInt one = of(first);
        OptionalInt other = of(second);
        return one.isPresent() && other.isPresent() && one.getAsInt() < other.getAsInt();
    }

    private static OptionalInt of(ResourceId id) {
        Integer rank = RANKS.get(id.type());
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }
}
