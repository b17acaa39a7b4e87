package dev.belay.emulator.type;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.util.Map;
import java.util.Optional;

/**
 * What one resource type answers. The generic behaviour from the catalog comes first, always; the
 * hooks of a deeply modelled type come on top of it and say only what the catalog does not know.
 */
public interface ResourceTypeBehavior {

    ResourceType type();

    default Existence existence() {
        return Existence.ordinary();
    }

    /**
     * The body of a resource that is there without ever having been written, e.g. a setting of a
     * subscription; empty if there is none of this id.
     */
    default Optional<JsonObject> standing(ResourceId id, World world) {
        return Optional.empty();
    }

    /** Why the write is refused; asked before anything is changed, and by preflight. */
    default Optional<Refusal> refuse(Change change, World world) {
        return Optional.empty();
    }

    /**
     * Why the write is refused because of something that it names and that is not there. Asked when
     * the write is carried out, never by preflight: the template may still create it.
     */
    default Optional<Refusal> refuseReferences(Change change, World world) {
        return Optional.empty();
    }

    /**
     * The body that the resource gets: {@code change.body()} with defaults and what the server
     * sets. For an automatic resource also its body when its parent is created: {@code sent} is
     * empty then.
     */
    default JsonObject complete(Change change, World world) {
        return change.body();
    }

    /**
     * The entity tag of the resource after a write; empty for types without one.
     *
     * @param fresh a GUID that was never used
     */
    default Optional<String> etag(String fresh) {
        return Optional.empty();
    }

    /** What a GET shows of the stored body. */
    default JsonObject answer(StoredResource resource, World world) {
        return resource.body();
    }

    /** What else changes in the world when the resource was written. */
    default World onWritten(StoredResource resource, World world) {
        return world;
    }

    /** What else changes in the world when the resource was deleted. */
    default World onDelete(StoredResource resource, World world) {
        return world;
    }

    /** POST actions by name. */
    default Map<String, Action> actions() {
        return Map.of();
    }

    /**
     * What the first answer to a write shows that goes on, where it is not the resource itself.
     *
     * @param id what is written or deleted
     */
    default Optional<JsonObject> acceptance(ResourceId id) {
        return Optional.empty();
    }

    /**
     * How the provider answers a write; empty for the style of its family.
     *
     * @param method PUT, PATCH or DELETE
     * @param exists whether the resource is there already
     */
    default Optional<WriteStyle> style(Method method, boolean exists) {
        return Optional.empty();
    }
}
