package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Lists the subscriptions directly in a management group. Evidence: documented. */
public final class ListPlacements implements Operation {

    private static final PathPattern PATH =
            PathPattern.of(
                    "/providers/Microsoft.Management/managementGroups/{group}/subscriptions");

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
        ResourceId group = GetPlacement.group(world, request);
        Hierarchy hierarchy = world.hierarchy();
        return Reply.of(
                world,
                Answers.list(
                        hierarchy.subscriptionsIn(group).stream()
                                .map(child -> Hierarchy.placement(group, child.id()))
                                .map(hierarchy::shownPlacement)
                                .toList()));
    }
}
