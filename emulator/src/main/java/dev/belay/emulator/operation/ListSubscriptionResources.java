package dev.belay.emulator.operation;

import dev.belay.arm.Scope;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** The resources of a subscription. Evidence: recorded. */
public final class ListSubscriptionResources implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resources");

    private final GenericList list;

    public ListSubscriptionResources(ResourceTypes types, Reading reading) {
        this.list = new GenericList(types, reading);
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
        var subscription = new Scope.Subscription(SubscriptionBody.find(world, request).id());
        return list.answer(world, request, world.resources().below(subscription));
    }
}
