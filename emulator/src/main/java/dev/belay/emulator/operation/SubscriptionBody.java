package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.emulator.provisioning.Tags;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** How a subscription is shown. Evidence: documented. */
final class SubscriptionBody {

    private SubscriptionBody() {}

    static Directory.Subscription find(World world, MatchedRequest request) {
        String id = request.variable("subscription");
        return world.directory()
                .subscription(id)
                .orElseThrow(() -> new ArmFault(404, ResourceErrors.subscriptionNotFound(id)));
    }

    /** Shown only if there are any. Evidence: documented. */
    private static Optional<Json> tags(World world, Directory.Subscription subscription) {
        ResourceId id =
                ResourceId.of(new Scope.Subscription(subscription.id()), Tags.TYPE, "default");
        return Tags.shown(world, id)
                .flatMap(shown -> shown.at("/properties/tags"))
                .filter(tags -> !tags.equals(Json.object()));
    }

    static JsonObject of(World world, Directory.Subscription subscription) {
        return JsonObject.builder()
                .put("id", "/subscriptions/" + subscription.id())
                .put("authorizationSource", "RoleBased")
                .put("managedByTenants", Json.array())
                .put("tags", tags(world, subscription))
                .put("subscriptionId", subscription.id())
                .put("tenantId", world.directory().tenantId())
                .put("displayName", subscription.name())
                .put("state", "Enabled")
                .put(
                        "subscriptionPolicies",
                        JsonObject.of(
                                "locationPlacementId",
                                Json.of("Public_2014-09-01"),
                                "quotaId",
                                Json.of("PayAsYouGo_2014-09-01"),
                                "spendingLimit",
                                Json.of("Off")))
                .build();
    }
}
