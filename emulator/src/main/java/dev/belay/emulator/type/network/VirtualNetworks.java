package dev.belay.emulator.type.network;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code Microsoft.Network/virtualNetworks}. A PUT without {@code subnets} keeps them, a PUT with a
 * list replaces them (documented since 2024); a subnet in use cannot be removed (recorded). A PUT
 * without {@code virtualNetworkPeerings} keeps those (reported and confirmed: Azure issues
 * arm-template-whatif 281 and 314).
 */
public final class VirtualNetworks implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.of(
                    "subnets",
                    Json.array(),
                    "virtualNetworkPeerings",
                    Json.array(),
                    "enableDdosProtection",
                    Json.of(false));

    private static final List<String> KEPT = List.of("subnets", "virtualNetworkPeerings");

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Network/virtualNetworks");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        Optional<Set<String>> kept = kept(change);
        if (change.before().isEmpty() || kept.isEmpty()) {
            return Optional.empty();
        }
        return world.resources().children(change.id(), "subnets").stream()
                .map(StoredResource::id)
                .filter(subnet -> !kept.get().contains(folded(subnet.name())))
                .flatMap(subnet -> InUse.ofSubnet(subnet, world).stream())
                .findFirst();
    }

    /** The names of the subnets that are there afterwards; empty if the write leaves them alone. */
    private static Optional<Set<String>> kept(Change change) {
        if (change.method() == Method.DELETE) {
            return Optional.of(Set.of());
        }
        return change.sent()
                .at("/properties/subnets")
                .flatMap(Json::asArray)
                .map(
                        list ->
                                list.stream()
                                        .flatMap(subnet -> subnet.textAt("/name").stream())
                                        .map(VirtualNetworks::folded)
                                        .collect(Collectors.toSet()));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject properties = Defaults.properties(change.body());
        for (String list : KEPT) {
            Optional<Json> standing =
                    change.before().flatMap(before -> before.properties().get(list));
            if (properties.get(list).isEmpty() && standing.isPresent()) {
                properties = properties.with(list, standing.get());
            }
        }
        properties = Defaults.under(properties, DEFAULTS);
        List<Json> subnets =
                properties.get("subnets").flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                        .map(subnet -> completed(change.id(), subnet))
                        .toList();
        return change.body().with("properties", properties.with("subnets", new JsonArray(subnets)));
    }

    private static Json completed(ResourceId network, Json subnet) {
        Optional<String> name = subnet.textAt("/name");
        return name.isPresent() && subnet instanceof JsonObject object
                ? Subnets.completed(object)
                        .with("id", Json.of(network.child("subnets", name.get()).path()))
                : subnet;
    }
}
