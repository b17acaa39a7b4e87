package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code HEAD} of a resource group: 204 or 404. Evidence: recorded. */
public final class HeadResourceGroup implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resourceGroups/{group}");

    @Override
    public Method method() {
        return Method.HEAD;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        return Reads.head(world, ResourceId.of(request.path()));
    }
}
