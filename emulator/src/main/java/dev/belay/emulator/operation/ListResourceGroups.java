package dev.belay.emulator.operation;

import dev.belay.arm.Scope;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** The resource groups of a subscription. Evidence: recorded. */
public final class ListResourceGroups implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/resourceGroups");

    private final Reading reading;

    public ListResourceGroups(Reading reading) {
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
        Directory.Subscription found = SubscriptionBody.find(world, request);
        Filter filter = Filter.of(request);
        return Reply.of(
                world,
                Answers.list(
                        world.resources().groupsOf(new Scope.Subscription(found.id())).stream()
                                .filter(filter::takes)
                                .map(group -> reading.show(world, group))
                                .toList()));
    }
}
