package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;

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

    /**
     * Asks for the template of all that the group holds, with parameter defaults. The answer is 200
     * with {@code {template, error?}}, or 202 and the same at {@code Location} later.
     */
    public Answer export(Scope.ResourceGroup group) {
        return client.send(
                ArmRequest.of(
                                Method.POST,
                                ArmClient.address(
                                        group.path() + "/exportTemplate", "api-version=" + VERSION),
                                "{\"resources\":[\"*\"],\"options\":\"IncludeParameterDefaultValue\"}")
                        .withHeader("Content-Type", "application/json"));
    }

    public ReadList list(Scope.Subscription subscription) {
        return Pages.read(
                client,
                ArmClient.address(
                        subscription.path() + "/resourcegroups", "api-version=" + VERSION));
    }
}
