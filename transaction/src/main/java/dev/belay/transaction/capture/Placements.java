package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ManagementGroups;
import dev.belay.client.call.Read;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import java.util.Optional;

/**
 * In which management group a subscription lies. A deployment that puts it into another one takes
 * it out of there, and a DELETE of the new place would leave it at the root.
 */
final class Placements {

    private static final ResourceType TYPE =
            ResourceType.of("Microsoft.Management/managementGroups/subscriptions");

    private final ManagementGroups groups;
    private final Scope.ManagementGroup root;

    /**
     * @param tenantId also the name of the root management group (documented)
     */
    Placements(ArmClient client, String tenantId) {
        this.groups = new ManagementGroups(client);
        this.root = new Scope.ManagementGroup(tenantId);
    }

    /** What came of looking. */
    sealed interface Place {
        record Found(ResourceId id) implements Place {}

        record Refused(ArmError error) implements Place {}
    }

    static boolean is(ResourceId id) {
        return id.type().equals(TYPE);
    }

    /** Where the subscription of a placement lies now. */
    Place now(ResourceId placement) {
        return switch (groups.tree(root)) {
            case Read.Found(var resource, _, _) ->
                    find(resource.id(), resource.body().at("/properties/children"), placement)
                            .<Place>map(Place.Found::new)
                            .orElseGet(() -> new Place.Refused(unknown(placement, "")));
            case Read.Missing(var error) -> new Place.Refused(unknown(placement, error.message()));
            case Read.Refused(var error, _) ->
                    new Place.Refused(unknown(placement, error.message()));
            case Read.NoAnswer(var reason) -> new Place.Refused(unknown(placement, reason));
        };
    }

    private static Optional<ResourceId> find(
            ResourceId group, Optional<Json> children, ResourceId placement) {
        for (Json child : children.flatMap(Json::asArray).orElse(JsonArray.EMPTY)) {
            Optional<ResourceId> id = child.textAt("/id").flatMap(ResourceId::parse);
            if (id.isEmpty()) {
                continue;
            }
            if (id.get().type().equals(ResourceType.SUBSCRIPTION)
                    && id.get().name().equalsIgnoreCase(placement.name())) {
                return Optional.of(group.child("subscriptions", placement.name()));
            }
            Optional<ResourceId> deeper = find(id.get(), child.at("/children"), placement);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static ArmError unknown(ResourceId placement, String why) {
        return ArmError.of(
                "UnknownPlacement",
                ("In which management group the subscription '"
                                + placement.name()
                                + "' lies cannot be read, so it could not be put back. "
                                + why)
                        .strip());
    }
}
