package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code GET} of a resource group. */
public final class GetResourceGroup implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resourceGroups/{group}");

    private final Reading reading;

    public GetResourceGroup(Reading reading) {
        this.reading = reading;
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
        return Reads.get(reading, world, request, ResourceId.of(request.path()));
    }
}
