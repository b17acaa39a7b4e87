package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.ArrayList;

/**
 * {@code GET} of a management group; {@code $expand=children} shows what is directly below, with
 * {@code $recurse=true} all. Evidence: documented, the group itself recorded.
 */
public final class GetManagementGroup implements Operation {

    private static final PathPattern PATH =
            PathPattern.of("/providers/Microsoft.Management/managementGroups/{group}");

    private final Reading reading;

    public GetManagementGroup(Reading reading) {
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
        ResourceId id = Hierarchy.id(request.variable("group"));
        StoredResource group = world.find(id).orElseThrow(() -> new ArmFault(Reading.notFound(id)));
        JsonObject shown = reading.show(world, group);
        boolean children =
                request.query("$expand").filter("children"::equalsIgnoreCase).isPresent();
        boolean deep = request.query("$recurse").filter("true"::equalsIgnoreCase).isPresent();
        JsonObject body =
                children
                        ? shown.with(
                                "properties",
                                shown.get("properties")
                                        .flatMap(Json::asObject)
                                        .orElse(Json.object())
                                        .with("children", children(world, group.id(), deep)))
                        : shown;
        return Reads.watched(world, group, Answers.json(200, body));
    }

    /** Null where there are none, as documented. */
    private static Json children(World world, ResourceId group, boolean deep) {
        Hierarchy hierarchy = world.hierarchy();
        var rows = new ArrayList<Json>();
        for (StoredResource child : hierarchy.childrenOf(group)) {
            JsonObject row =
                    JsonObject.builder()
                            .put("type", child.id().type().toString())
                            .put("id", child.id().path())
                            .put("name", child.id().name())
                            .put("displayName", Hierarchy.displayName(child))
                            .build();
            rows.add(deep ? row.with("children", children(world, child.id(), true)) : row);
        }
        for (Directory.Subscription child : hierarchy.subscriptionsIn(group)) {
            rows.add(
                    JsonObject.builder()
                            .put("type", "/subscriptions")
                            .put("id", "/subscriptions/" + child.id())
                            .put("name", child.id())
                            .put("displayName", child.name())
                            .build());
        }
        return rows.isEmpty() ? Json.nullValue() : new JsonArray(rows);
    }
}
