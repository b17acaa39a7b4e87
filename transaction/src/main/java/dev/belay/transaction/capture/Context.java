package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.client.call.ReadList;
import dev.belay.client.call.ResourceGroups;
import dev.belay.client.call.Subscriptions;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * Where a deployment runs, as ARM shows it.
 *
 * @param tenantId the tenant's id
 * @param tenant what {@code tenant()} answers
 * @param subscription what {@code subscription()} answers
 * @param resourceGroup what {@code resourceGroup()} answers
 */
public record Context(
        String tenantId, JsonObject tenant, JsonObject subscription, JsonObject resourceGroup) {

    /** What came of reading it. */
    public sealed interface Reading {
        record Ready(Context context) implements Reading {}

        /** The scope is not there, or may not be read. */
        record Refused(ArmError error) implements Reading {}
    }

    /** Reads the context of a deployment to a resource group. */
    public static Reading read(ArmClient client, Scope.ResourceGroup group) {
        var subscriptions = new Subscriptions(client);
        var scope = new Scope.Subscription(group.subscriptionId());
        Read subscription = subscriptions.get(scope);
        if (!(subscription instanceof Read.Found foundSubscription)) {
            return new Reading.Refused(error(subscription, scope));
        }
        Read resourceGroup = new ResourceGroups(client).get(group);
        if (!(resourceGroup instanceof Read.Found foundGroup)) {
            return new Reading.Refused(error(resourceGroup, group));
        }
        JsonObject body = foundSubscription.resource().body();
        String tenantId = body.textAt("/tenantId").orElse("");
        return new Reading.Ready(
                new Context(
                        tenantId,
                        tenant(subscriptions, tenantId),
                        function(body),
                        foundGroup.resource().body()));
    }

    /** The tenant's id that a subscription belongs to; empty if it cannot be read. */
    public static Optional<String> tenantOf(ArmClient client, Scope.Subscription subscription) {
        return new Subscriptions(client).get(subscription) instanceof Read.Found found
                ? found.resource().body().textAt("/tenantId")
                : Optional.empty();
    }

    private static JsonObject function(JsonObject subscription) {
        var json = JsonObject.builder();
        for (String name : new String[] {"id", "subscriptionId", "tenantId", "displayName"}) {
            subscription.get(name).ifPresent(value -> json.put(name, value));
        }
        return json.build();
    }

    private static JsonObject tenant(Subscriptions subscriptions, String tenantId) {
        JsonObject plain = JsonObject.of("tenantId", Json.of(tenantId));
        return switch (subscriptions.tenants()) {
            case ReadList.Items(var items) ->
                    items.stream()
                            .filter(
                                    item ->
                                            item.textAt("/tenantId")
                                                    .filter(tenantId::equalsIgnoreCase)
                                                    .isPresent())
                            .findFirst()
                            .map(item -> item.without("id").without("tenantCategory"))
                            .orElse(plain);
            case ReadList.Refused _, ReadList.NoAnswer _ -> plain;
        };
    }

    private static ArmError error(Read read, Scope scope) {
        return switch (read) {
            case Read.Missing(var error) -> error;
            case Read.Refused(var error, var status) ->
                    status == 403
                            ? ArmError.of(
                                    error.code(),
                                    error.message()
                                            + " Belay needs the right to read '"
                                            + scope.path()
                                            + "'.")
                            : error;
            case Read.NoAnswer(var reason) -> ArmError.of("NoAnswer", reason);
            case Read.Found _ -> ArmError.of("Found", scope.path());
        };
    }
}
