package dev.belay.transaction.capture;

import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.ManagementGroups;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.ResourceGroups;
import dev.belay.client.call.Subscriptions;
import dev.belay.json.JsonObject;

import java.util.List;

/** Reads what the scope functions answer: {@code resourceGroup()} and its like. */
final class ScopeFacts {

    private final Subscriptions subscriptions;
    private final ResourceGroups groups;
    private final ManagementGroups managementGroups;

    ScopeFacts(ArmClient client) {
        this.subscriptions = new Subscriptions(client);
        this.groups = new ResourceGroups(client);
        this.managementGroups = new ManagementGroups(client);
    }

    Read subscription(Scope.Subscription scope) {
        return subscriptions.get(scope);
    }

    Read group(Scope.ResourceGroup scope) {
        return groups.get(scope);
    }

    Read managementGroup(Scope.ManagementGroup scope) {
        return managementGroups.get(scope);
    }

    /** The tenants that the caller sees; none if they cannot be listed. */
    List<JsonObject> tenants() {
        return switch (subscriptions.tenants()) {
            case ReadList.Items(var items) -> items;
            case ReadList.Refused _, ReadList.NoAnswer _ -> List.of();
        };
    }

    /** What {@code subscription()} shows of a GET of it. */
    static JsonObject subscriptionFunction(JsonObject body) {
        var json = JsonObject.builder();
        for (String name : new String[] {"id", "subscriptionId", "tenantId", "displayName"}) {
            body.get(name).ifPresent(value -> json.put(name, value));
        }
        return json.build();
    }
}
