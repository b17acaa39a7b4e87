package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.types.catalog.Catalog;

import java.time.Instant;

/** One resource provider of a subscription. */
public final class GetProvider implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/subscriptions/{subscription}/providers/{namespace}");

    private final Catalog catalog;

    public GetProvider(Catalog catalog) {
        this.catalog = catalog;
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
        String prefix = "/subscriptions/" + SubscriptionBody.find(world, request).id();
        return Reply.of(
                world,
                Answers.json(200, ProviderBody.of(catalog, prefix, request.variable("namespace"))));
    }
}
