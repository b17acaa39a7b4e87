package dev.belay.template.value;

import dev.belay.json.Json;
import dev.belay.json.JsonString;
import dev.belay.template.expression.Expression.Call;
import dev.belay.template.expression.Expression.Property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What the scope functions answer at the deployment's scope. What is not known before deploying is
 * a deferred member or a deferred whole, see {@link #unknown}.
 *
 * @param kind where the deployment stands
 * @param tenant what {@code tenant()} yields
 * @param managementGroup what {@code managementGroup()} yields; empty outside management groups
 * @param subscription what {@code subscription()} yields; empty above subscriptions
 * @param resourceGroup what {@code resourceGroup()} yields; empty above resource groups
 * @param deployment what {@code deployment()} yields
 * @param environment what {@code environment()} yields
 * @param deployer what {@code deployer()} yields
 * @param providers what {@code providers(namespace)} yields, by namespace; others are deferred
 */
public record ScopeContext(
        ScopeKind kind,
        Value tenant,
        Optional<Value> managementGroup,
        Optional<Value> subscription,
        Optional<Value> resourceGroup,
        Value deployment,
        Value environment,
        Value deployer,
        Map<String, Json> providers) {

    /** A member that only the deployment can tell: {@code function().member}. */
    public static Value unknown(String function, String member) {
        return new Value.Deferred(new Property(Call.of(function), member));
    }

    /** A whole answer that only the deployment can tell: {@code function()}. */
    public static Value unknown(String function) {
        return new Value.Deferred(Call.of(function));
    }

    /** {@code tenant()} as far as it is known from the tenant's id. Evidence: engine. */
    public static Value tenantOf(String tenantId) {
        return members(
                "countryCode", unknown("tenant", "countryCode"),
                "displayName", unknown("tenant", "displayName"),
                "id", Value.of("/tenants/" + tenantId),
                "tenantId", Value.of(tenantId));
    }

    /** {@code subscription()} as far as it is known from ids. Evidence: engine. */
    public static Value subscriptionOf(String subscriptionId, String tenantId) {
        return members(
                "id", Value.of("/subscriptions/" + subscriptionId),
                "subscriptionId", Value.of(subscriptionId),
                "tenantId", Value.of(tenantId),
                "displayName", unknown("subscription", "displayName"));
    }

    /** {@code resourceGroup()} as far as it is known beforehand. Evidence: engine. */
    public static Value resourceGroupOf(String subscriptionId, String name, String location) {
        return members(
                "id", Value.of("/subscriptions/" + subscriptionId + "/resourceGroups/" + name),
                "name", Value.of(name),
                "type", Value.of("Microsoft.Resources/resourceGroups"),
                "location", Value.of(location),
                "tags", unknown("resourceGroup", "tags"),
                "managedBy", unknown("resourceGroup", "managedBy"),
                "properties", unknown("resourceGroup", "properties"));
    }

    /** {@code managementGroup()} as far as it is known from its name. Evidence: engine. */
    public static Value managementGroupOf(String name) {
        return members(
                "id", Value.of("/providers/Microsoft.Management/managementGroups/" + name),
                "name", Value.of(name),
                "type", Value.of("Microsoft.Management/managementGroups"),
                "properties", unknown("managementGroup", "properties"));
    }

    /** The subscription's id without its path, where the scope has one. */
    public Optional<String> subscriptionId() {
        return subscription.flatMap(value -> text(value, "subscriptionId"));
    }

    /** The resource group's name, where the scope has one. */
    public Optional<String> resourceGroupName() {
        return resourceGroup.flatMap(value -> text(value, "name"));
    }

    /** The same scope under another answer of {@code deployment()}. */
    public ScopeContext withDeployment(Value answer) {
        return new ScopeContext(
                kind,
                tenant,
                managementGroup,
                subscription,
                resourceGroup,
                answer,
                environment,
                deployer,
                providers);
    }

    private static Optional<String> text(Value value, String member) {
        return value.asMembers()
                .map(members -> members.get(member))
                .flatMap(Value::known)
                .flatMap(
                        json ->
                                json instanceof JsonString(var text)
                                        ? Optional.of(text)
                                        : Optional.empty());
    }

    private static Value members(Object... namesAndValues) {
        SequencedMap<String, Value> members = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            members.put((String) namesAndValues[at], (Value) namesAndValues[at + 1]);
        }
        return Value.object(members);
    }
}
