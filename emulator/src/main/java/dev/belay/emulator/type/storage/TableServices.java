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

/** {@code Microsoft.Storage/storageAccounts/tableServices}: always there as {@code default}. */
public final class TableServices implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return ResourceType.of("Microsoft.Storage/storageAccounts/tableServices");
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
        return ServiceDefaults.completed(change, Json.object());
    }

    @Override
    public JsonObject answer(StoredResource resource, World world) {
        return resource.body();
    }
}
