package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code HEAD} of any resource at any scope: 204 or 404. Evidence: recorded. */
public final class HeadResource implements Operation {

    private static final PathPattern PATH = PathPattern.of("{id*}");

    @Override
    public Method method() {
        return Method.HEAD;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public boolean answers(MatchedRequest request) {
        return ResourceId.parse(request.path()).isPresent();
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        return Reads.head(world, ResourceId.of(request.path()));
    }
}
