package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.List;

/** Lists the management groups, without their details. Evidence: recorded. */
public final class ListManagementGroups implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/providers/Microsoft.Management/managementGroups");

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
        List<Json> groups =
                world.hierarchy().groups().stream()
                        .<Json>map(
                                group -> {
                                    JsonObject body = group.body();
                                    return body.with(
                                            "properties", group.properties().without("details"));
                                })
                        .toList();
        return Reply.of(world, Answers.list(groups));
    }
}
