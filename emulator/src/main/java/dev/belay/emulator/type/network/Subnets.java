package dev.belay.emulator.type.network;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * {@code Microsoft.Network/virtualNetworks/subnets}: the same thing as an item of its network's
 * list. Defaults: recorded.
 */
public final class Subnets implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.of(
                    "delegations",
                    Json.array(),
                    "privateEndpointNetworkPolicies",
                    Json.of("Disabled"),
                    "privateLinkServiceNetworkPolicies",
                    Json.of("Enabled"));

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Network/virtualNetworks/subnets");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return change.method() == Method.DELETE
                ? InUse.ofSubnet(change.id(), world)
                : Optional.empty();
    }

    @Override
    public JsonObject complete(Change change, World world) {
        return completed(change.body());
    }

    static JsonObject completed(JsonObject subnet) {
        return Defaults.underProperties(subnet, DEFAULTS);
    }
}
