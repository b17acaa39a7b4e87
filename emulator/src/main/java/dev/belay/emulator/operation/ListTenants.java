package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.List;

/** {@code GET /tenants}: the one tenant. */
public final class ListTenants implements Operation {

    private static final PathPattern PATH = PathPattern.of("/tenants");

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
        String tenant = world.directory().tenantId();
        JsonObject shown =
                JsonObject.builder()
                        .put("id", "/tenants/" + tenant)
                        .put("tenantId", tenant)
                        .put("displayName", "Belay")
                        .put("defaultDomain", "belay.onmicrosoft.com")
                        .put("tenantType", "AAD")
                        .build();
        return Reply.of(world, Answers.list(List.of(shown)));
    }
}
