package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** {@code GET} of a subscription. */
public final class GetSubscription implements Operation {

    private static final PathPattern PATH = PathPattern.of("/subscriptions/{subscription}");

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
        Directory.Subscription found = SubscriptionBody.find(world, request);
        return Reply.of(world, Answers.json(200, SubscriptionBody.of(world, found)));
    }
}
