package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Polls one of ARM's own jobs. Evidence: recorded (arm-protocol 3). */
public final class GetJob implements Operation {

    private static final ArmError NOT_FOUND =
            ArmError.of("NotFound", "The operation could not be found.");

    private final Reading reading;
    private final PathPattern path;

    private GetJob(Reading reading, String path) {
        this.reading = reading;
        this.path = PathPattern.of(path);
    }

    /** Jobs of a subscription and below it. */
    public static GetJob ofSubscription(Reading reading) {
        return new GetJob(reading, "/subscriptions/{subscription}/operationresults/{token}");
    }

    /** Jobs of management groups and of the tenant. */
    public static GetJob ofTenant(Reading reading) {
        return new GetJob(reading, "/providers/Microsoft.Resources/operationResults/{token}");
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return path;
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        LongRunning operation =
                world.operation(request.variable("token"))
                        .orElseThrow(() -> new ArmFault(404, NOT_FOUND));
        return Polls.answer(reading, world, request, operation, true);
    }
}
