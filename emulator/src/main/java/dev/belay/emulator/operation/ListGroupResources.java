package dev.belay.emulator.operation;

import dev.belay.arm.Scope;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** The resources of a group. Evidence: recorded. */
public final class ListGroupResources implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resourceGroups/{group}/resources");

    private final GenericList list;

    public ListGroupResources(ResourceTypes types, Reading reading) {
        this.list = new GenericList(types, reading);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        var group =
                new Scope.ResourceGroup(
                        request.variable("subscription"), request.variable("group"));
        Gate.refuseScope(world, group)
                .ifPresent(
                        refusal -> {
                            throw new ArmFault(refusal);
                        });
        return list.answer(world, request, world.resources().below(group));
    }
}
