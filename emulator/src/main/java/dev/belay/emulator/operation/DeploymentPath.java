package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.DeploymentErrors;
import dev.belay.emulator.deployment.Deployments;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.util.Optional;

/**
 * The two spellings of a deployment's path: with {@code /providers/Microsoft.Resources} at every
 * scope, and the short one of older clients at resource groups (recorded).
 */
enum DeploymentPath {
    FULL("/{scope*}/providers/Microsoft.Resources/deployments"),
    SHORT("/subscriptions/{subscription}/resourceGroups/{group}/deployments");

    private final String list;

    DeploymentPath(String list) {
        this.list = list;
    }

    PathPattern list() {
        return PathPattern.of(list);
    }

    /**
     * @param rest what follows the name, e.g. {@code /cancel}; empty for nothing
     */
    PathPattern one(String rest) {
        return PathPattern.of(list + "/{deployment}" + rest);
    }

    static Scope scope(World world, MatchedRequest request) {
        Scope scope =
                request.variables().containsKey("scope")
                        ? Scope.parse(request.variable("scope"))
                                .orElseThrow(() -> unknownScope(request.variable("scope")))
                        : new Scope.ResourceGroup(
                                request.variable("subscription"), request.variable("group"));
        return spelled(world, scope);
    }

    /** A group's name is shown as when it was made, whatever spelling a request has. */
    private static Scope spelled(World world, Scope scope) {
        return switch (scope) {
            case Scope.ResourceGroup group ->
                    world.resources()
                            .group(group)
                            .<Scope>map(
                                    stored ->
                                            new Scope.ResourceGroup(
                                                    group.subscriptionId(), stored.id().name()))
                            .orElse(scope);
            case Scope.ManagementGroup(var name) ->
                    world.hierarchy()
                            .group(name)
                            .<Scope>map(stored -> new Scope.ManagementGroup(stored.id().name()))
                            .orElse(scope);
            case Scope.Subscription _, Scope.Tenant _ -> scope;
        };
    }

    private static ArmFault unknownScope(String path) {
        return new ArmFault(
                404, ArmError.of("InvalidScope", "The scope '" + path + "' is not valid."));
    }

    static ResourceId id(World world, MatchedRequest request) {
        return Deployments.id(scope(world, request), request.variable("deployment"));
    }

    /** The deployment that the path names. A missing group is told first (recorded). */
    static DeploymentRecord found(World world, MatchedRequest request) {
        ResourceId id = id(world, request);
        Optional<Refusal> missing = Deployments.scopeMissing(world, id.scope());
        if (missing.isPresent()) {
            throw new ArmFault(missing.get());
        }
        return world.deployment(id)
                .orElseThrow(
                        () -> new ArmFault(404, DeploymentErrors.deploymentNotFound(id.name())));
    }
}
