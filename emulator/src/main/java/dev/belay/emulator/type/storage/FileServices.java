package dev.belay.emulator.type.storage;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Existence;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code Microsoft.Storage/storageAccounts/fileServices}: always there as {@code default}. What a
 * GET shows cannot be PUT: an empty {@code smb} object, as every GET returns it, is refused. That
 * is the defect behind failed exports.
 *
 * <p>Evidence: reported (Azure/azure-cli#19684, MicrosoftDocs/azure-docs#90033,
 * Azure/azure-sdk-for-net#19620); a body without properties is taken (recorded).
 */
public final class FileServices implements ResourceTypeBehavior {

    private static final JsonObject DEFAULTS =
            JsonObject.of(
                    "protocolSettings",
                    JsonObject.of("smb", Json.object()),
                    "shareDeleteRetentionPolicy",
                    JsonObject.of("enabled", Json.of(true), "days", Json.of(7)));

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Storage/storageAccounts/fileServices");
    }

    @Override
    public Existence existence() {
        return Existence.automatic("default");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return ServiceDefaults.undeletable(change).or(() -> emptyDocument(change));
    }

    private static Optional<Refusal> emptyDocument(Change change) {
        boolean emptySmb =
                change.sent()
                        .at("/properties/protocolSettings/smb")
                        .filter(Json::isEmptyObject)
                        .isPresent();
        return change.method() == Method.PUT && emptySmb
                ? Optional.of(Refusal.provider(400, invalidXmlDocument(change)))
                : Optional.empty();
    }

    private static ArmError invalidXmlDocument(Change change) {
        String seed = change.id().folded() + change.now();
        return ArmError.of(
                "InvalidXmlDocument",
                "XML specified is not syntactically valid.\nRequestId:"
                        + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                        + "\nTime:"
                        + change.now());
    }

    @Override
    public JsonObject complete(Change change, World world) {
        return ServiceDefaults.completed(change, DEFAULTS);
    }

    @Override
    public JsonObject answer(StoredResource resource, World world) {
        return ServiceDefaults.withSku(resource, world);
    }
}
