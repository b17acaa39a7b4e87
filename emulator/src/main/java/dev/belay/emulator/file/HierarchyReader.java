package dev.belay.emulator.file;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.world.Hierarchy;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code managementGroups}, and from {@code subscriptions} where they lie. */
final class HierarchyReader {

    private static final String API_VERSION = "2021-04-01";

    private HierarchyReader() {}

    /** The PUTs that make them, groups first, each in the file's order. */
    static List<WorldPlan.Planned> read(Node root) {
        var planned = new ArrayList<WorldPlan.Planned>();
        root.items("managementGroups").forEach(item -> planned.add(group(item)));
        root.items("subscriptions").forEach(item -> placement(item).ifPresent(planned::add));
        return planned;
    }

    private static WorldPlan.Planned group(Node item) {
        item.only("name", "displayName", "parent");
        String name = named(item.required("name"));
        JsonObject details =
                JsonObject.builder()
                        .put("parent", item.text("parent").map(HierarchyReader::parent))
                        .build();
        JsonObject properties =
                JsonObject.of(
                        "displayName",
                        Json.of(item.text("displayName").orElse(name)),
                        "details",
                        details);
        return planned(item, Hierarchy.id(name), JsonObject.of("properties", properties));
    }

    private static Json parent(String name) {
        return JsonObject.of("id", Json.of(Hierarchy.id(named(name)).path()));
    }

    private static Optional<WorldPlan.Planned> placement(Node item) {
        return item.text("managementGroup")
                .map(
                        group ->
                                planned(
                                        item,
                                        Hierarchy.placement(
                                                Hierarchy.id(named(group)),
                                                named(item.required("id"))),
                                        Json.object()));
    }

    private static WorldPlan.Planned planned(Node item, ResourceId id, JsonObject body) {
        return new WorldPlan.Planned(id, API_VERSION, Optional.of(body), item.position());
    }

    /** What cannot be a name is complained of by the reader of the whole item. */
    private static String named(String name) {
        return name.isEmpty() || name.contains("/") ? "unnamed" : name;
    }
}
