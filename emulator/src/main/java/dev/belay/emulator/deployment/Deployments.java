package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.util.List;
import java.util.Optional;

/** Ids of deployments. */
public final class Deployments {

    private Deployments() {}

    public static ResourceId id(Scope scope, String name) {
        return ResourceId.of(scope, ResourceType.DEPLOYMENT, name);
    }

    /** Why a scope cannot have deployments: it is not there, or it is being deleted. */
    public static Optional<Refusal> scopeMissing(World world, Scope scope) {
        return Admission.scopeMissing(world, scope);
    }

    public static Refusal cannotBeCancelled(DeploymentRecord record) {
        return Refusal.gateway(
                409,
                DeploymentErrors.cannotBeCancelled(
                        record.id().name(), record.state(), Admission.expires(record)));
    }

    /** Why a record cannot be deleted: it runs, or a lock holds it. */
    public static Optional<Refusal> refuseDelete(World world, DeploymentRecord record) {
        if (!record.terminal()) {
            return Optional.of(
                    Refusal.gateway(
                            409,
                            DeploymentErrors.deploymentActiveOnDelete(
                                    record.id().name(),
                                    Admission.started(record),
                                    Admission.expires(record))));
        }
        return Admission.locked(world, record.id(), "delete", List.of("CanNotDelete", "ReadOnly"));
    }

    static boolean isDeployment(ResourceId id) {
        return id.type().equals(ResourceType.DEPLOYMENT);
    }
}
