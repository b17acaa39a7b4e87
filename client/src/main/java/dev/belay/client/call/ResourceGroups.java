package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;

/** Resource groups. */
public final class ResourceGroups {

    private static final String VERSION = "2021-04-01";

    private final ArmClient client;

    public ResourceGroups(ArmClient client) {
        this.client = client;
    }

    public Read get(Scope.ResourceGroup group) {
        return Read.of(
                ResourceId.of(group),
                VERSION,
                client.send(
                        ArmRequest.get(ArmClient.address(group.path(), "api-version=" + VERSION))));
    }

    public ReadList list(Scope.Subscription subscription) {
        return Pages.read(
                client,
                ArmClient.address(
                        subscription.path() + "/resourcegroups", "api-version=" + VERSION));
    }
}
