package dev.belay.emulator.operation;

import dev.belay.arm.ArmError;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Polls a provider's long-running operation. Evidence: recorded (arm-protocol 3). */
public final class GetOperation implements Operation {

    private static final PathPattern PATH =
            PathPattern.of(
                    "{scope*}/providers/{namespace}/locations/{location}/{kind}/{operation}");

    /** Links that end in the result itself. */
    private static final Set<String> RESULTS = Set.of("operationresults", "asyncoperations");

    /** Links that tell the status. */
    private static final Set<String> STATUSES =
            Set.of("operations", "operationstatuses", "asyncoperationstatuses");

    private final Reading reading;

    public GetOperation(Reading reading) {
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
        String kind = folded(request.variable("kind"));
        return RESULTS.contains(kind) || STATUSES.contains(kind);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static ArmError notFound(MatchedRequest request) {
        return ArmError.of(
                "NotFound",
                "The operation '" + request.variable("operation") + "' could not be found.");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        LongRunning operation =
                world.operation(request.variable("operation"))
                        .orElseThrow(() -> new ArmFault(404, notFound(request)));
        boolean result = RESULTS.contains(folded(request.variable("kind")));
        return Polls.answer(reading, world, request, operation, result);
    }
}
