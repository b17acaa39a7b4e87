package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code PUT} of any resource at any scope. */
public final class PutResource implements Operation {

    private static final PathPattern PATH = PathPattern.of("{id*}");

    private final Provisioning provisioning;

    public PutResource(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    @Override
    public Method method() {
        return Method.PUT;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public boolean provisions() {
        return true;
    }

    @Override
    public boolean answers(MatchedRequest request) {
        return ResourceId.parse(request.path()).isPresent();
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId id = ResourceId.of(request.path());
        return Writes.write(provisioning, world, request, id, now);
    }
}
