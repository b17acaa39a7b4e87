package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;

/** Subscriptions and the tenants that the caller sees. */
public final class Subscriptions {

    private static final String VERSION = "2022-12-01";

    private final ArmClient client;

    public Subscriptions(ArmClient client) {
        this.client = client;
    }

    public ReadList list() {
        return Pages.read(client, ArmClient.address("/subscriptions", "api-version=" + VERSION));
    }

    /** {@code {id, subscriptionId, tenantId, displayName, state, …}}. */
    public Read get(Scope.Subscription subscription) {
        var id = ResourceId.of(Scope.TENANT, ResourceType.SUBSCRIPTION, subscription.id());
        return Read.of(
                id,
                VERSION,
                client.send(
                        ArmRequest.get(
                                ArmClient.address(subscription.path(), "api-version=" + VERSION))));
    }

    /** Items {@code {id, tenantId, displayName, countryCode, …}}. */
    public ReadList tenants() {
        return Pages.read(client, ArmClient.address("/tenants", "api-version=" + VERSION));
    }
}
