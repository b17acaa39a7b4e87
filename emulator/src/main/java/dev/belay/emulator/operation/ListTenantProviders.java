package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.types.catalog.Catalog;

import java.time.Instant;

/** The resource providers of the tenant. */
public final class ListTenantProviders implements Operation {

    private static final PathPattern PATH = PathPattern.of("/providers");

    private final Catalog catalog;

    public ListTenantProviders(Catalog catalog) {
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
                Answers.list(
                        catalog.namespaces().stream()
                                .map(namespace -> ProviderBody.of(catalog, "", namespace))
                                .toList()));
    }
}
