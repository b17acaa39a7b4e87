package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The management groups of a tenant and the subscriptions in them, read from the resources: a
 * group's body names its parent, and a subscription lies in the group under which its placement is
 * stored, else in the root.
 *
 * @param directory the tenant and its subscriptions
 * @param resources where the groups and placements are
 */
public record Hierarchy(Directory directory, Resources resources) {

    public static final ResourceType GROUP =
            ResourceType.of("Microsoft.Management/managementGroups");

    /** A subscription as a child of its management group. */
    public static final ResourceType PLACEMENT = GROUP.child("subscriptions");

    /** Drawn ids count from 0, so no other resource has it. */
    private static final long INCARNATION_OF_ROOT = -1;

    private static final String API_VERSION = "2021-04-01";

    public Hierarchy {
        requireNonNull(directory);
        requireNonNull(resources);
    }

    /** The id of a management group. */
    public static ResourceId id(String name) {
        return ResourceId.of(Scope.TENANT, GROUP, name);
    }

    /** The root group, named like the tenant. Evidence: documented; it is always there. */
    static StoredResource root(String tenantId, Instant now) {
        ResourceId id = id(tenantId);
        JsonObject properties =
                JsonObject.of(
                        "tenantId",
                        Json.of(tenantId),
                        "displayName",
                        Json.of("Tenant Root Group"),
                        "details",
                        JsonObject.of("version", Json.of(1)));
        JsonObject body =
                JsonObject.builder()
                        .put("id", id.path())
                        .put("type", GROUP.toString())
                        .put("name", tenantId)
                        .put("properties", properties)
                        .build();
        return new StoredResource(
                id,
                API_VERSION,
                body,
                Json.object(),
                StoredResource.SUCCEEDED,
                Optional.empty(),
                now,
                now,
                Optional.empty(),
                INCARNATION_OF_ROOT);
    }

    public boolean isRoot(ResourceId group) {
        return group.equals(id(directory.tenantId()));
    }

    public Optional<StoredResource> group(String name) {
        return resources.find(id(name));
    }

    /** All groups, the root included, ordered by name. */
    public List<StoredResource> groups() {
        return resources.ofType(Scope.TENANT, GROUP);
    }

    /** The group above; empty for the root. */
    public Optional<ResourceId> parentOf(StoredResource group) {
        return group.body()
                .textAt("/properties/details/parent/id")
                .flatMap(ResourceId::parse)
                .or(() -> isRoot(group.id()) ? Optional.empty() : Optional.of(root()));
    }

    /** The groups directly below. */
    public List<StoredResource> childrenOf(ResourceId group) {
        return groups().stream()
                .filter(other -> parentOf(other).filter(group::equals).isPresent())
                .toList();
    }

    /** Whether a group is the other or lies below it. */
    public boolean isWithin(ResourceId group, ResourceId other) {
        Optional<ResourceId> at = Optional.of(group);
        while (at.isPresent()) {
            if (at.get().equals(other)) {
                return true;
            }
            at = resources.find(at.get()).flatMap(this::parentOf);
        }
        return false;
    }

    /** Whether the one scope is the other or lies below it, by paths and management groups. */
    public boolean covers(Scope above, Scope below) {
        if (!(above instanceof Scope.ManagementGroup(var name))) {
            return above.contains(below);
        }
        return switch (below) {
            case Scope.Tenant _ -> false;
            case Scope.ManagementGroup(var other) -> isWithin(id(other), id(name));
            case Scope.Subscription(var subscription) -> isWithin(groupOf(subscription), id(name));
            case Scope.ResourceGroup(var subscription, _) ->
                    isWithin(groupOf(subscription), id(name));
        };
    }

    /** The group that holds a subscription. */
    public ResourceId groupOf(String subscriptionId) {
        return groups().stream()
                .map(StoredResource::id)
                .filter(group -> resources.has(placement(group, subscriptionId)))
                .findFirst()
                .orElseGet(this::root);
    }

    /** The subscriptions directly in a group, ordered by id. */
    public List<Directory.Subscription> subscriptionsIn(ResourceId group) {
        return directory.subscriptions().values().stream()
                .filter(subscription -> groupOf(subscription.id()).equals(group))
                .toList();
    }

    /** The id under which a subscription's being in a group is stored. */
    public static ResourceId placement(ResourceId group, String subscriptionId) {
        return group.child(PLACEMENT.name(), subscriptionId);
    }

    public static String displayName(StoredResource group) {
        return group.body().textAt("/properties/displayName").orElse(group.id().name());
    }

    /** What a GET shows of a group: the parent's display name is that of now. */
    public JsonObject shown(StoredResource group) {
        Optional<StoredResource> above = parentOf(group).flatMap(resources::find);
        if (above.isEmpty()) {
            return group.body();
        }
        JsonObject parent =
                JsonObject.builder()
                        .put("id", above.get().id().path())
                        .put("name", above.get().id().name())
                        .put("displayName", displayName(above.get()))
                        .build();
        JsonObject details =
                group.properties().get("details").flatMap(Json::asObject).orElse(Json.object());
        return group.body()
                .with(
                        "properties",
                        group.properties().with("details", details.with("parent", parent)));
    }

    /** What a GET shows of a subscription in a group. Evidence: documented. */
    public JsonObject shownPlacement(ResourceId id) {
        String name =
                directory
                        .subscription(id.name())
                        .map(Directory.Subscription::name)
                        .orElse(id.name());
        JsonObject parent =
                JsonObject.of("id", Json.of(id.container().map(ResourceId::path).orElse("")));
        JsonObject properties =
                JsonObject.builder()
                        .put("tenant", directory.tenantId())
                        .put("displayName", name)
                        .put("parent", parent)
                        .put("state", "Active")
                        .build();
        return JsonObject.builder()
                .put("id", id.path())
                .put("type", PLACEMENT.toString())
                .put("name", id.name())
                .put("properties", properties)
                .build();
    }

    private ResourceId root() {
        return id(directory.tenantId());
    }
}
