package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Gate;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.provisioning.Tags;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code GET} of the tags of a subscription, group or resource; without any, it shows none. */
public final class GetTags implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("{scope*}/providers/Microsoft.Resources/tags/default");

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
        ResourceId id = ResourceId.of(request.path());
        Gate.refuseScope(world, id.scope())
                .ifPresent(
                        refusal -> {
                            throw new ArmFault(refusal);
                        });
        return Reply.of(
                world,
                Answers.json(
                        200,
                        Tags.shown(world, id)
                                .orElseThrow(() -> new ArmFault(Reading.notFound(id)))));
    }
}
