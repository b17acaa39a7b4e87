package dev.belay.emulator.typelist;

import dev.belay.arm.ResourceId;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.Optional;
import java.util.Set;

/**
 * Microsoft.Network refuses a body that names a network, subnet, security group, route table or
 * address that does not exist. Evidence: recorded.
 */
final class NetworkReferences {

    private static final Set<String> CHECKED =
            Set.of(
                    "microsoft.network/virtualnetworks",
                    "microsoft.network/virtualnetworks/subnets",
                    "microsoft.network/networksecuritygroups",
                    "microsoft.network/routetables",
                    "microsoft.network/publicipaddresses",
                    "microsoft.network/natgateways");

    private NetworkReferences() {}

    static Optional<Refusal> refuse(Change change, World world) {
        return missing(change.sent(), change.id(), world)
                .map(
                        path ->
                                Refusal.provider(
                                        400,
                                        ResourceErrors.invalidResourceReference(
                                                path, change.id())));
    }

    private static Optional<String> missing(Json json, ResourceId own, World world) {
        return switch (json) {
            case JsonString(var text) when text.startsWith("/subscriptions/") ->
                    Optional.of(text).filter(path -> isMissing(path, own, world));
            case JsonObject(var members) ->
                    members.values().stream()
                            .flatMap(value -> missing(value, own, world).stream())
                            .findFirst();
            case JsonArray(var items) ->
                    items.stream().flatMap(item -> missing(item, own, world).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean isMissing(String path, ResourceId own, World world) {
        return ResourceId.parse(path)
                .filter(id -> CHECKED.contains(id.type().folded()))
                .filter(id -> !own.contains(id))
                .filter(id -> !world.resources().has(id))
                .isPresent();
    }
}
