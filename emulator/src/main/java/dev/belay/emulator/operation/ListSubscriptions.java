package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code GET /subscriptions}. */
public final class ListSubscriptions implements Operation {

    private static final PathPattern PATH = PathPattern.of("/subscriptions");

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
        return Reply.of(
                world,
                Answers.list(
                        world.directory().subscriptions().values().stream()
                                .map(one -> SubscriptionBody.of(world, one))
                                .toList()));
    }
}
