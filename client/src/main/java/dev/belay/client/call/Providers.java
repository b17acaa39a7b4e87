package dev.belay.client.call;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.List;

/** What the providers of a subscription offer. */
public final class Providers {

    private static final String VERSION = "2021-04-01";

    private final ArmClient client;

    public Providers(ArmClient client) {
        this.client = client;
    }

    /** {@code {namespace, resourceTypes: [{resourceType, apiVersions, locations}], …}}. */
    public Read get(Scope.Subscription subscription, String namespace) {
        var id =
                ResourceId.of(
                        subscription, ResourceType.of("Microsoft.Resources/providers"), namespace);
        return Read.of(
                id,
                VERSION,
                client.send(
                        ArmRequest.get(
                                ArmClient.address(
                                        subscription.path() + "/providers/" + namespace,
                                        "api-version=" + VERSION))));
    }

    /** The api-versions that a provider's description offers for a type; none if it has not it. */
    public static List<String> apiVersions(JsonObject provider, ResourceType type) {
        return provider
                .get("resourceTypes")
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElse(List.of())
                .stream()
                .filter(
                        item ->
                                item.textAt("/resourceType")
                                        .filter(type.unqualified()::equalsIgnoreCase)
                                        .isPresent())
                .flatMap(item -> item.at("/apiVersions").flatMap(Json::asArray).stream())
                .flatMap(JsonArray::stream)
                .flatMap(version -> version.asText().stream())
                .toList();
    }
}
