package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Polls one of ARM's own jobs. Evidence: recorded (arm-protocol 3). */
public final class GetJob implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/operationresults/{token}");

    private static final ArmError NOT_FOUND =
            ArmError.of("NotFound", "The operation could not be found.");

    private final Reading reading;

    public GetJob(Reading reading) {
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
        LongRunning operation =
                world.operation(request.variable("token"))
                        .orElseThrow(() -> new ArmFault(404, NOT_FOUND));
        return Polls.answer(reading, world, request, operation, true);
    }
}
