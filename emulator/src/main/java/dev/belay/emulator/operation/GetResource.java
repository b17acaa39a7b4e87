package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code GET} of any resource at any scope. */
public final class GetResource implements Operation {

    private static final PathPattern PATH = PathPattern.of("{id*}");

    private final Reading reading;

    public GetResource(Reading reading) {
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
    public boolean answers(MatchedRequest request) {
        return ResourceId.parse(request.path()).isPresent();
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        return Reads.get(reading, world, request, ResourceId.of(request.path()));
    }
}
