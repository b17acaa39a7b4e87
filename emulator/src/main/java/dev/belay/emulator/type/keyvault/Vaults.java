package dev.belay.emulator.type.keyvault;

import dev.belay.arm.ArmError;
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

import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.KeyVault/vaults}: a deleted vault is kept and holds its name until it is
 * recovered. Evidence: documented (soft-delete overview), texts documented.
 */
public final class Vaults implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.builder()
                    .put("accessPolicies", Json.array())
                    .put("enabledForDeployment", false)
                    .put("enableSoftDelete", true)
                    .put("softDeleteRetentionInDays", 90)
                    .put("enableRbacAuthorization", false)
                    .put("publicNetworkAccess", "Enabled")
                    .build();

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.KeyVault/vaults");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        if (change.method() == Method.DELETE) {
            return Optional.empty();
        }
        return taken(change, world).or(() -> deleted(change, world)).or(() -> oneWay(change));
    }

    private static Optional<Refusal> taken(Change change, World world) {
        return world.resources().takenByAnother(change.id())
                ? conflict(
                        "VaultAlreadyExists",
                        "The vault name '"
                                + change.id().name()
                                + "' is already in use. Vault names are globally unique so it is"
                                + " possible that the name is already taken.")
                : Optional.empty();
    }

    private static Optional<Refusal> deleted(Change change, World world) {
        boolean heldByDeleted =
                change.creates()
                        && world.softDeleted().values().stream()
                                .anyMatch(
                                        old ->
                                                old.id().type().equals(change.id().type())
                                                        && old.id()
                                                                .name()
                                                                .equalsIgnoreCase(
                                                                        change.id().name()));
        return heldByDeleted && !recovers(change)
                ? conflict(
                        "ConflictError",
                        "A vault with the same name already exists in deleted state. You need to"
                                + " either recover or purge existing key vault. Follow this link"
                                + " https://go.microsoft.com/fwlink/?linkid=2149745 for more"
                                + " information on soft delete.")
                : Optional.empty();
    }

    private static boolean recovers(Change change) {
        return change.sent()
                .textAt("/properties/createMode")
                .filter("recover"::equalsIgnoreCase)
                .isPresent();
    }

    private static Optional<Refusal> oneWay(Change change) {
        boolean turnedOff =
                change.before()
                                .flatMap(vault -> vault.properties().get("enablePurgeProtection"))
                                .filter(Json.of(true)::equals)
                                .isPresent()
                        && Defaults.properties(change.sent())
                                .find("enablePurgeProtection")
                                .filter(Json.of(false)::equals)
                                .isPresent();
        return turnedOff
                ? Optional.of(
                        Refusal.provider(
                                400,
                                ArmError.of(
                                        "BadRequest",
                                        "The property \"enablePurgeProtection\" cannot be set to"
                                                + " false. Enabling the purge protection for a"
                                                + " vault is an irreversible action.")))
                : Optional.empty();
    }

    private static Optional<Refusal> conflict(String code, String message) {
        return Optional.of(Refusal.provider(409, ArmError.of(code, message)));
    }

    @Override
    public JsonObject complete(Change change, World world) {
        StoredResource old = world.softDeleted().get(change.id().folded());
        JsonObject body =
                old != null && change.creates() && recovers(change) ? old.body() : change.body();
        JsonObject properties =
                Defaults.under(Defaults.properties(body).without("createMode"), DEFAULTS);
        String host = change.id().name().toLowerCase(Locale.ROOT) + ".vault.azure.net/";
        return body.with("properties", properties.with("vaultUri", Json.of("https://" + host)));
    }

    @Override
    public World onWritten(StoredResource resource, World world) {
        return world.withSoftDeleted(world.softDeleted().minus(resource.id().folded()));
    }

    @Override
    public World onDelete(StoredResource resource, World world) {
        return world.withSoftDeleted(world.softDeleted().plus(resource.id().folded(), resource));
    }
}
