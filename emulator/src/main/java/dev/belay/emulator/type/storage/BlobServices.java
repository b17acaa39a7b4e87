package dev.belay.emulator.type.storage;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Existence;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** {@code Microsoft.Storage/storageAccounts/blobServices}: always there as {@code default}. */
public final class BlobServices implements ResourceTypeBehavior {

    /** Evidence: recorded. */
    private static final JsonObject DEFAULTS =
            JsonObject.of(
                    "deleteRetentionPolicy",
                    JsonObject.of(
                            "allowPermanentDelete", Json.of(false), "enabled", Json.of(false)));

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Storage/storageAccounts/blobServices");
    }

    @Override
    public Existence existence() {
        return Existence.automatic("default");
    }

    @Override
    public Optional<Refusal> refuse(Change change, World world) {
        return ServiceDefaults.undeletable(change);
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
