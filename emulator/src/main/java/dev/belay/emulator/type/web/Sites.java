package dev.belay.emulator.type.web;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.Web/sites}: globally unique names, a plan that exists, a host name of its own.
 * Evidence: documented; form: recorded.
 */
public final class Sites implements ResourceTypeBehavior {

    static final ResourceType TYPE = ResourceType.of("Microsoft.Web/sites");

    private static final JsonObject DEFAULTS =
            JsonObject.builder()
                    .put("enabled", true)
                    .put("reserved", false)
                    .put("isXenon", false)
                    .put("hyperV", false)
                    .put("httpsOnly", false)
                    .put("clientAffinityEnabled", true)
                    .put("clientCertEnabled", false)
                    .put("clientCertMode", "Required")
                    .put("hostNamesDisabled", false)
                    .put("containerSize", 0)
                    .put("dailyMemoryTimeQuota", 0)
                    .put("redundancyMode", "None")
                    .put("keyVaultReferenceIdentity", "SystemAssigned")
                    .build();

    @Override
    public ResourceType type() {
        return TYPE;
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        if (world.resources().takenByAnother(change.id())) {
            return Optional.of(
                    Refusal.provider(
                            409,
                            ArmError.of(
                                    "Conflict",
                                    "Website with given name "
                                            + change.id().name()
                                            + " already exists.")));
        }
        return Optional.empty();
    }

    /** The plan has to be there. */
    @Override
    public Optional<Refusal> refuseReferences(Change change, World world) {
        if (change.method() != Method.PUT) {
            return Optional.empty();
        }
        Optional<String> plan =
                Defaults.properties(change.sent()).find("serverFarmId").flatMap(Json::asText);
        boolean missing =
                plan.isPresent()
                        && ResourceId.parse(plan.get()).filter(world.resources()::has).isEmpty();
        return missing
                ? Optional.of(
                        Refusal.provider(
                                404,
                                ArmError.of(
                                        "NotFound",
                                        "Cannot find ServerFarm with name "
                                                + plan.get()
                                                        .substring(plan.get().lastIndexOf('/') + 1)
                                                + ".")))
                : Optional.empty();
    }

    @Override
    public JsonObject complete(Change change, World world) {
        JsonObject body = Defaults.underProperties(change.body(), DEFAULTS);
        if (body.get("kind").isEmpty()) {
            body = body.with("kind", Json.of("app"));
        }
        String host = change.id().name().toLowerCase(Locale.ROOT) + ".azurewebsites.net";
        String scm = change.id().name().toLowerCase(Locale.ROOT) + ".scm.azurewebsites.net";
        return Defaults.withProperties(
                body,
                JsonObject.builder()
                        .put("state", "Running")
                        .put("hostNames", Json.array(Json.of(host)))
                        .put("enabledHostNames", Json.array(Json.of(host), Json.of(scm)))
                        .put("defaultHostName", host)
                        .put("usageState", "Normal")
                        .put("availabilityState", "Normal")
                        .build());
    }
}
