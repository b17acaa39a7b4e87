package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.types.catalog.Catalog;

import java.time.Instant;

/** One resource provider of the tenant. */
public final class GetTenantProvider implements Operation {

    private static final PathPattern PATH = PathPattern.of("/providers/{namespace}");

    private final Catalog catalog;

    public GetTenantProvider(Catalog catalog) {
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
        return Reply.of(
                world,
                Answers.json(200, ProviderBody.of(catalog, "", request.variable("namespace"))));
    }
}
