package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code PATCH} of a resource group. */
public final class PatchResourceGroup implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resourceGroups/{group}");

    private final Provisioning provisioning;

    public PatchResourceGroup(Provisioning provisioning) {
        this.provisioning = provisioning;
    }

    @Override
    public Method method() {
        return Method.PATCH;
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
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId id = ResourceId.of(request.path());
        return Writes.write(provisioning, world, request, id, now);
    }
}
