package dev.belay.emulator.type.authorization;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Policy definitions and sets as others name them. */
final class PolicyReferences {

    static final ResourceType DEFINITION =
            ResourceType.of("Microsoft.Authorization/policyDefinitions");
    static final ResourceType SET = ResourceType.of("Microsoft.Authorization/policySetDefinitions");
    static final ResourceType ASSIGNMENT =
            ResourceType.of("Microsoft.Authorization/policyAssignments");

    private PolicyReferences() {}

    /**
     * Whether a definition is there. Those of the tenant itself are Microsoft's; which of them
     * exist this embedded ARM does not know (inferred: all).
     */
    static boolean isThere(World world, String path) {
        Optional<ResourceId> id = ResourceId.parse(path);
        return id.isPresent()
                && (id.get().parent() instanceof Scope.Tenant || world.resources().has(id.get()));
    }

    /** Whether a definition may be used at a scope: it lies there or above. Documented. */
    static boolean reaches(World world, String path, Scope at) {
        return ResourceId.parse(path)
                .filter(id -> world.hierarchy().covers(id.scope(), at))
                .isPresent();
    }

    /** Why a definition cannot be deleted. Evidence: documented; texts inferred. */
    static Optional<Refusal> inUse(World world, ResourceId id, String what) {
        List<String> users =
                world.resources().referencing(id).stream()
                        .map(StoredResource::id)
                        .filter(user -> user.type().equals(ASSIGNMENT) || user.type().equals(SET))
                        .map(ResourceId::path)
                        .toList();
        return users.isEmpty()
                ? Optional.empty()
                : refused(
                        400,
                        what.equals("policy definition")
                                ? "InvalidDeletePolicyDefinitionRequest"
                                : "InvalidDeletePolicySetDefinitionRequest",
                        "The "
                                + what
                                + " '"
                                + id.name()
                                + "' cannot be deleted because it is in use by: "
                                + users.stream()
                                        .map(user -> "'" + user + "'")
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    static Optional<Refusal> refused(int status, String code, String message) {
        return Optional.of(Refusal.provider(status, ArmError.of(code, message)));
    }
}
