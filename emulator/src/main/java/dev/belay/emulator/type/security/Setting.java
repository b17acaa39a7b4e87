package dev.belay.emulator.type.security;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.List;
import java.util.Optional;

/**
 * A setting of a subscription or resource: there without ever having been written, changed by PUT,
 * never gone. Evidence: that they always exist documented (clients that must not delete them); the
 * states they begin in documented where the lists below say so, else inferred.
 */
public final class Setting implements ResourceTypeBehavior {

    /** What a DELETE does. */
    private enum Deletion {
        /** Nothing: it is refused. Evidence: the specification has no such operation. */
        REFUSED,
        /** The setting is as in the beginning. Evidence: inferred (the operation exists). */
        RESETS
    }

    /** Evidence: documented (plans of Defender for Cloud). */
    private static final List<String> PLANS =
            List.of(
                    "VirtualMachines",
                    "SqlServers",
                    "AppServices",
                    "StorageAccounts",
                    "SqlServerVirtualMachines",
                    "KubernetesService",
                    "ContainerRegistry",
                    "KeyVaults",
                    "Dns",
                    "Arm",
                    "OpenSourceRelationalDatabases",
                    "CosmosDbs",
                    "Containers",
                    "CloudPosture",
                    "Api",
                    "AI",
                    "Discovery",
                    "FoundationalCspm");

    private final ResourceType type;
    private final List<String> names;
    private final boolean ofSubscription;
    private final Deletion deletion;
    private final JsonObject properties;

    private Setting(
            String type,
            List<String> names,
            boolean ofSubscription,
            Deletion deletion,
            JsonObject properties) {
        this.type = ResourceType.of(type);
        this.names = names;
        this.ofSubscription = ofSubscription;
        this.deletion = deletion;
        this.properties = properties;
    }

    /** All settings that always exist. */
    public static List<ResourceTypeBehavior> all() {
        return List.of(
                pricings(), autoProvisioning(), contacts(), threatProtection(), storageDefender());
    }

    /** Every plan begins free: documented. */
    private static Setting pricings() {
        return new Setting(
                "Microsoft.Security/pricings",
                PLANS,
                true,
                Deletion.REFUSED,
                JsonObject.of(
                        "pricingTier", Json.of("Free"), "freeTrialRemainingTime", Json.of("P30D")));
    }

    private static Setting autoProvisioning() {
        return new Setting(
                "Microsoft.Security/autoProvisioningSettings",
                List.of("default"),
                true,
                Deletion.REFUSED,
                JsonObject.of("autoProvision", Json.of("Off")));
    }

    /** Owners are told of grave alerts: documented; the form inferred. */
    private static Setting contacts() {
        JsonObject byRole =
                JsonObject.of("state", Json.of("On"), "roles", Json.array(Json.of("Owner")));
        JsonObject source =
                JsonObject.of("sourceType", Json.of("Alert"), "minimalSeverity", Json.of("High"));
        return new Setting(
                "Microsoft.Security/securityContacts",
                List.of("default"),
                true,
                Deletion.RESETS,
                JsonObject.builder()
                        .put("emails", "")
                        .put("phone", "")
                        .put("isEnabled", true)
                        .put("notificationsByRole", byRole)
                        .put("notificationsSources", Json.array(source))
                        .build());
    }

    /** Off: documented. */
    private static Setting threatProtection() {
        return new Setting(
                "Microsoft.Security/advancedThreatProtectionSettings",
                List.of("current"),
                false,
                Deletion.REFUSED,
                JsonObject.of("isEnabled", Json.of(false)));
    }

    /** Off: documented. */
    private static Setting storageDefender() {
        return new Setting(
                "Microsoft.Security/defenderForStorageSettings",
                List.of("current"),
                false,
                Deletion.REFUSED,
                JsonObject.of(
                        "isEnabled",
                        Json.of(false),
                        "overrideSubscriptionLevelSettings",
                        Json.of(false)));
    }

    @Override
    public ResourceType type() {
        return type;
    }

    @Override
    public Optional<JsonObject> standing(ResourceId id, World world) {
        boolean here =
                ofSubscription
                        ? id.parent() instanceof Scope.Subscription
                        : id.parent() instanceof ResourceId;
        return here && names.stream().anyMatch(id.name()::equalsIgnoreCase)
                ? Optional.of(JsonObject.of("properties", properties))
                : Optional.empty();
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        boolean stays =
                change.method() == Method.DELETE
                        && deletion == Deletion.REFUSED
                        && standing(change.id(), world).isPresent();
        return stays
                ? Optional.of(
                        Refusal.gateway(
                                405,
                                ResourceErrors.httpMethodNotAllowed("DELETE", change.id().path())))
                : Optional.empty();
    }

    @Override
    public Optional<WriteStyle> style(Method method, boolean exists) {
        return Optional.of(WriteStyle.immediate(200));
    }
}
