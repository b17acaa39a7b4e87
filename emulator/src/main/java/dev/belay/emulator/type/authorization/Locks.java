package dev.belay.emulator.type.authorization;

import dev.belay.arm.ResourceType;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.world.Resources;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

/** {@code Microsoft.Authorization/locks}: the order of its members. Evidence: recorded. */
public final class Locks implements ResourceTypeBehavior {

    @Override
    public ResourceType type() {
        return Resources.LOCK;
    }

    @Override
    public JsonObject answer(StoredResource resource, World world) {
        return JsonObject.of(
                        "properties",
                        resource.body().get("properties").orElse(Json.object()),
                        "id",
                        Json.of(resource.id().path()),
                        "type",
                        Json.of(type().toString()))
                .with("name", Json.of(resource.id().name()));
    }
}
