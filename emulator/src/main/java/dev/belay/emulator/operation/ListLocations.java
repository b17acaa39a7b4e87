package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** The regions of a subscription. Evidence: documented. */
public final class ListLocations implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/locations");

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
        return Reply.of(
                world,
                Answers.list(
                        Locations.ALL.stream()
                                .map(location -> Locations.shown(found.id(), location))
                                .toList()));
    }
}
