package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code POST} of an action of any resource, e.g. {@code listKeys}. */
public final class ActOnResource implements Operation {

    private static final PathPattern PATH = PathPattern.of("{id*}/{action}");

    private final Reading reading;

    public ActOnResource(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return PATH;
    }

    @Override
    public boolean answers(MatchedRequest request) {
        return ResourceId.parse(request.variable("id")).isPresent();
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId id = ResourceId.of(request.variable("id"));
        Gate.refuseScope(world, id.scope())
                .ifPresent(
                        refusal -> {
                            throw new ArmFault(refusal);
                        });
        var answer =
                reading.act(world, id, request.variable("action"), RequestBody.object(request));
        return switch (answer) {
            case Reading.Answer.Shown(var body) -> Reply.of(world, Answers.json(200, body));
            case Reading.Answer.Refused(var refusal) -> Reply.of(world, Answers.refusal(refusal));
        };
    }
}
