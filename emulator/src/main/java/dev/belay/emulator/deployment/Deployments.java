package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;

/** Ids of deployments. */
public final class Deployments {

    private Deployments() {}

    public static ResourceId id(Scope scope, String name) {
        return ResourceId.of(scope, ResourceType.DEPLOYMENT, name);
    }

    static boolean isDeployment(ResourceId id) {
        return id.type().equals(ResourceType.DEPLOYMENT);
    }
}
