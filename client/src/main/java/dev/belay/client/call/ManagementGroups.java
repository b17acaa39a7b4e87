package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;

/** Management groups. */
public final class ManagementGroups {

    public static final ResourceType TYPE =
            ResourceType.of("Microsoft.Management/managementGroups");

    private static final String VERSION = "2021-04-01";

    private final ArmClient client;

    public ManagementGroups(ArmClient client) {
        this.client = client;
    }

    /** {@code {id, name, properties: {tenantId, displayName, details: {parent: {id}}}, type}}. */
    public Read get(Scope.ManagementGroup group) {
        return get(group, "api-version=" + VERSION);
    }

    /** The same with {@code properties.children}: the groups and subscriptions right below. */
    public Read withChildren(Scope.ManagementGroup group) {
        return get(group, "api-version=" + VERSION + "&$expand=children");
    }

    /** The same with {@code properties.children} at any depth. */
    public Read tree(Scope.ManagementGroup group) {
        return get(group, "api-version=" + VERSION + "&$expand=children&$recurse=true");
    }

    private Read get(Scope.ManagementGroup group, String query) {
        return Read.of(
                ResourceId.of(Scope.TENANT, TYPE, group.name()),
                VERSION,
                client.send(ArmRequest.get(ArmClient.address(group.path(), query))));
    }
}
