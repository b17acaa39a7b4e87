package dev.belay.emulator.type.network;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;

/**
 * {@code Microsoft.Network/networkSecurityGroups}: default rules that nobody set; in use by subnets
 * and interfaces. Evidence: recorded.
 */
public final class NetworkSecurityGroups implements ResourceTypeBehavior {

    private record Rule(String name, int priority, String direction, String access, String from) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule("AllowVnetInBound", 65000, "Inbound", "Allow", "VirtualNetwork"),
                    new Rule(
                            "AllowAzureLoadBalancerInBound",
                            65001,
                            "Inbound",
                            "Allow",
                            "AzureLoadBalancer"),
                    new Rule("DenyAllInBound", 65500, "Inbound", "Deny", "*"),
                    new Rule("AllowVnetOutBound", 65000, "Outbound", "Allow", "VirtualNetwork"),
                    new Rule("AllowInternetOutBound", 65001, "Outbound", "Allow", "*"),
                    new Rule("DenyAllOutBound", 65500, "Outbound", "Deny", "*"));

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Network/networkSecurityGroups");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return change.method() == Method.DELETE
                ? InUse.ofSecurityGroup(change.id(), world)
                : Optional.empty();
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body =
                Defaults.underProperties(
                        change.body(), JsonObject.of("securityRules", Json.array()));
        List<Json> rules =
                RULES.stream().<Json>map(rule -> shown(change.id().path(), rule)).toList();
        return Defaults.withProperties(
                body, JsonObject.of("defaultSecurityRules", new JsonArray(rules)));
    }

    private static JsonObject shown(String group, Rule rule) {
        return JsonObject.of(
                "name",
                Json.of(rule.name()),
                "id",
                Json.of(group + "/defaultSecurityRules/" + rule.name()),
                "properties",
                JsonObject.builder()
                        .put("provisioningState", "Succeeded")
                        .put("protocol", "*")
                        .put("sourcePortRange", "*")
                        .put("destinationPortRange", "*")
                        .put("sourceAddressPrefix", rule.from())
                        .put("destinationAddressPrefix", "*")
                        .put("access", rule.access())
                        .put("priority", rule.priority())
                        .put("direction", rule.direction())
                        .build());
    }
}
