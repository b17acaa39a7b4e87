package dev.belay.transaction.capture;

import dev.belay.arm.ArmError;
import dev.belay.arm.Scope;
import dev.belay.client.call.ArmClient;
import dev.belay.client.call.Read;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;

/**
 * Where a deployment runs, as ARM shows it.
 *
 * @param tenantId the tenant's id
 * @param tenant what {@code tenant()} answers
 * @param managementGroup what {@code managementGroup()} answers; empty at another scope
 * @param subscription what {@code subscription()} answers; empty above subscriptions
 * @param resourceGroup what {@code resourceGroup()} answers; empty above resource groups
 */
public record Context(
        String tenantId,
        JsonObject tenant,
        Optional<JsonObject> managementGroup,
        Optional<JsonObject> subscription,
        Optional<JsonObject> resourceGroup) {

    /** What came of reading it. */
    public sealed interface Reading {
        record Ready(Context context) implements Reading {}

        /** The scope is not there, or may not be read. */
        record Refused(ArmError error) implements Reading {}
    }

    /** Reads the context of a deployment to a scope. */
    public static Reading read(ArmClient client, Scope scope) {
        var facts = new ScopeFacts(client);
        return switch (scope) {
            case Scope.Tenant _ -> atTenant(facts);
            case Scope.ManagementGroup group -> atManagementGroup(facts, group);
            case Scope.Subscription subscription ->
                    atSubscription(facts, subscription, Optional.empty());
            case Scope.ResourceGroup group ->
                    atSubscription(
                            facts,
                            new Scope.Subscription(group.subscriptionId()),
                            Optional.of(group));
        };
    }

    private static Reading atSubscription(
            ScopeFacts facts, Scope.Subscription scope, Optional<Scope.ResourceGroup> inside) {
        Read subscription = facts.subscription(scope);
        if (!(subscription instanceof Read.Found found)) {
            return new Reading.Refused(error(subscription, scope));
        }
        JsonObject body = found.resource().body();
        String tenantId = body.textAt("/tenantId").orElse("");
        Optional<JsonObject> group = Optional.empty();
        if (inside.isPresent()) {
            Read read = facts.group(inside.get());
            if (!(read instanceof Read.Found foundGroup)) {
                return new Reading.Refused(error(read, inside.get()));
            }
            group = Optional.of(foundGroup.resource().body());
        }
        return new Reading.Ready(
                new Context(
                        tenantId,
                        tenant(facts.tenants(), tenantId),
                        Optional.empty(),
                        Optional.of(ScopeFacts.subscriptionFunction(body)),
                        group));
    }

    private static Reading atManagementGroup(ScopeFacts facts, Scope.ManagementGroup group) {
        Read read = facts.managementGroup(group);
        if (!(read instanceof Read.Found found)) {
            return new Reading.Refused(error(read, group));
        }
        JsonObject body = found.resource().body();
        List<JsonObject> tenants = facts.tenants();
        Optional<String> tenantId =
                body.textAt("/properties/tenantId").or(() -> onlyTenant(tenants));
        return tenantId.<Reading>map(
                        id ->
                                new Reading.Ready(
                                        new Context(
                                                id,
                                                tenant(tenants, id),
                                                Optional.of(body),
                                                Optional.empty(),
                                                Optional.empty())))
                .orElseGet(() -> new Reading.Refused(unknownTenant(tenants)));
    }

    private static Reading atTenant(ScopeFacts facts) {
        List<JsonObject> tenants = facts.tenants();
        return onlyTenant(tenants)
                .<Reading>map(
                        id ->
                                new Reading.Ready(
                                        new Context(
                                                id,
                                                tenant(tenants, id),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty())))
                .orElseGet(() -> new Reading.Refused(unknownTenant(tenants)));
    }

    private static Optional<String> onlyTenant(List<JsonObject> tenants) {
        return tenants.size() == 1 ? tenants.getFirst().textAt("/tenantId") : Optional.empty();
    }

    private static ArmError unknownTenant(List<JsonObject> tenants) {
        return ArmError.of(
                "UnknownTenant",
                tenants.isEmpty()
                        ? "The tenant cannot be read."
                        : "You see "
                                + tenants.size()
                                + " tenants, and which one is meant cannot be told.");
    }

    /**
     * Whether the transaction's tenant is the one that is met here.
     *
     * @param subscription the one that the transaction ran in; empty above subscriptions
     */
    public static boolean inTenant(
            ArmClient client, String tenantId, Optional<Scope.Subscription> subscription) {
        var facts = new ScopeFacts(client);
        if (subscription.isPresent()) {
            return facts.subscription(subscription.get()) instanceof Read.Found found
                    && found.resource()
                            .body()
                            .textAt("/tenantId")
                            .filter(tenantId::equalsIgnoreCase)
                            .isPresent();
        }
        return facts.tenants().stream().anyMatch(tenant -> is(tenant, tenantId));
    }

    private static boolean is(JsonObject tenant, String tenantId) {
        return tenant.textAt("/tenantId").filter(tenantId::equalsIgnoreCase).isPresent();
    }

    private static JsonObject tenant(List<JsonObject> tenants, String tenantId) {
        return tenants.stream()
                .filter(item -> is(item, tenantId))
                .findFirst()
                .map(item -> item.without("id").without("tenantCategory"))
                .orElseGet(() -> JsonObject.of("tenantId", Json.of(tenantId)));
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
