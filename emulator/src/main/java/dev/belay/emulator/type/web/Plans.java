package dev.belay.emulator.type.web;

import dev.belay.arm.ArmError;
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
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code Microsoft.Web/serverfarms}: cannot go while sites run on it. Evidence: documented; form:
 * recorded.
 */
public final class Plans implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.builder()
                    .put("perSiteScaling", false)
                    .put("elasticScaleEnabled", false)
                    .put("maximumElasticWorkerCount", 1)
                    .put("isSpot", false)
                    .put("reserved", false)
                    .put("isXenon", false)
                    .put("hyperV", false)
                    .put("targetWorkerCount", 0)
                    .put("targetWorkerSizeId", 0)
                    .put("zoneRedundant", false)
                    .build();

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Web/serverfarms");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        List<String> sites =
                change.method() == Method.DELETE
                        ? sites(change.id(), world).stream().map(site -> site.id().name()).toList()
                        : List.of();
        return sites.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.provider(
                                409,
                                ArmError.of(
                                        "Conflict",
                                        "Server farm '"
                                                + change.id().name()
                                                + "' cannot be deleted because it has web app(s) "
                                                + String.join(", ", sites)
                                                + " assigned to it.")));
    }

    private static List<StoredResource> sites(ResourceId plan, World world) {
        return world.resources().referencing(plan).stream()
                .filter(user -> user.id().type().equals(Sites.TYPE))
                .toList();
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = Defaults.underProperties(withSku(change.body()), DEFAULTS);
        return Defaults.withProperties(body, JsonObject.of("status", Json.of("Ready")));
    }

    /** Sites come and go without a write of their plan. */
    @Override
    public JsonObject answer(StoredResource resource, World world) {
        return Defaults.withProperties(
                resource.body(),
                JsonObject.of("numberOfSites", Json.of(sites(resource.id(), world).size())));
    }

    private static JsonObject withSku(JsonObject body) {
        JsonObject sku = body.get("sku").flatMap(Json::asObject).orElse(Json.object());
        Optional<String> name = sku.find("name").flatMap(Json::asText);
        if (name.isEmpty()) {
            return body;
        }
        JsonObject defaults =
                JsonObject.builder()
                        .put("name", name.get())
                        .put("tier", tier(name.get()))
                        .put("size", name.get())
                        .put("family", name.get().substring(0, 1))
                        .put("capacity", Set.of("F1", "D1", "Y1").contains(name.get()) ? 0 : 1)
                        .build();
        return body.with("sku", Defaults.under(sku, defaults));
    }

    private static String tier(String size) {
        return switch (size.charAt(0)) {
            case 'F' -> "Free";
            case 'D' -> "Shared";
            case 'B' -> "Basic";
            case 'S' -> "Standard";
            case 'Y' -> "Dynamic";
            case 'E' -> "ElasticPremium";
            default ->
                    size.endsWith("v2")
                            ? "PremiumV2"
                            : size.endsWith("v3") ? "PremiumV3" : "Premium";
        };
    }
}
