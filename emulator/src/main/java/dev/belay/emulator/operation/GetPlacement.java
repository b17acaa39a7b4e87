package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code GET} of a subscription in its management group. Evidence: documented. */
public final class GetPlacement implements Operation {

    private static final PathPattern PATH =
            PathPattern.of(
                    "/providers/Microsoft.Management/managementGroups/{group}/subscriptions/{subscription}");

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
        ResourceId group = group(world, request);
        String subscription = request.variable("subscription");
        ResourceId id = Hierarchy.placement(group, subscription);
        boolean there =
                world.directory().subscription(subscription).isPresent()
                        && world.hierarchy().groupOf(subscription).equals(group);
        if (!there) {
            throw new ArmFault(Reading.notFound(id));
        }
        return Reply.of(world, Answers.json(200, world.hierarchy().shownPlacement(id)));
    }

    static ResourceId group(World world, MatchedRequest request) {
        ResourceId id = Hierarchy.id(request.variable("group"));
        return world.find(id)
                .map(StoredResource::id)
                .orElseThrow(() -> new ArmFault(Reading.notFound(id)));
    }
}
