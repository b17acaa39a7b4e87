package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.error.ScopeErrors;
import dev.belay.emulator.type.Action;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.Resources;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;
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

    private final ResourceTypes types;

    Reading(ResourceTypes types) {
        this.types = types;
    }

    /** The body of a GET of a resource or resource group; empty if there is none. */
    public Optional<JsonObject> show(World world, ResourceId id) {
        return id.type().equals(Tags.TYPE)
                ? Tags.shown(world, id)
                : find(world, id).map(stored -> show(world, stored));
    }

    /** A resource as it is stored, or as it is there without ever having been written. */
    public Optional<StoredResource> find(World world, ResourceId id) {
        return world.find(id).or(() -> standing(world, id));
    }

    private Optional<StoredResource> standing(World world, ResourceId id) {
        boolean hangsOnNothing =
                id.parent() instanceof ResourceId extended && !world.resources().has(extended);
        return hangsOnNothing
                ? Optional.empty()
                : types.behavior(id.type())
                        .flatMap(type -> type.standing(id, world))
                        .map(body -> standing(world, id, body));
    }

    private StoredResource standing(World world, ResourceId id, JsonObject body) {
        JsonObject whole =
                JsonObject.of(
                                "id",
                                Json.of(id.path()),
                                "name",
                                Json.of(id.name()),
                                "type",
                                Json.of(id.type().toString()))
                        .withAll(body);
        return new StoredResource(
                id,
                types.catalog().type(id.type()).orElseThrow().apiVersion(),
                whole,
                Json.object(),
                StoredResource.SUCCEEDED,
                Optional.empty(),
                world.now(),
                world.now(),
                Optional.empty(),
                world.drawn());
    }

    /** The body of a GET. */
    public JsonObject show(World world, StoredResource stored) {
        if (stored.id().type().equals(ResourceType.RESOURCE_GROUP)) {
            return stored.body()
                    .with(
                            "properties",
                            JsonObject.of("provisioningState", Json.of(stored.state())));
        }
        return types.behavior(stored.id().type())
                .map(type -> type.answer(stored, world))
                .orElse(stored.body());
    }

    /** Why a GET finds nothing. Evidence: recorded. */
    public static Refusal notFound(ResourceId id) {
        return ScopeErrors.notFound(id)
                .map(own -> Refusal.provider(404, own))
                .orElseGet(
                        () ->
                                Refusal.gateway(
                                        404,
                                        id.type().equals(Resources.LOCK)
                                                ? ResourceErrors.lockNotFound(id.name())
                                                : ArmErrors.resourceNotFound(id)));
    }

    /** A POST action, e.g. {@code listKeys}; refused under a ReadOnly lock. */
    public Answer act(World world, ResourceId id, String action, Json body) {
        Optional<StoredResource> stored = world.find(id);
        if (stored.isEmpty()) {
            return new Answer.Refused(notFound(id));
        }
        Optional<Refusal> locked = Locking.refuseWrite(world, id);
        if (locked.isPresent()) {
            return new Answer.Refused(locked.get());
        }
        Action own =
                types.behavior(id.type())
                        .map(type -> type.actions().get(action.toLowerCase(Locale.ROOT)))
                        .orElse(null);
        if (own != null) {
            return new Answer.Shown(own.answer(stored.get(), body, world));
        }
        return types.catalog()
                .type(id.type())
                .flatMap(facts -> facts.action(action))
                .<Answer>map(known -> new Answer.Shown(PlausibleAnswer.of(known, stored.get())))
                .orElseGet(() -> new Answer.Refused(noSuchAction(id, action)));
    }

    private static Refusal noSuchAction(ResourceId id, String action) {
        return Refusal.gateway(
                404, ResourceErrors.invalidResourceType(id.type().namespace(), action));
    }
}
