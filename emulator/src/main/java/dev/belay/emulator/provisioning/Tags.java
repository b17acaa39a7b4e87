package dev.belay.emulator.provisioning;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Moments;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code Microsoft.Resources/tags/default}: the tags of a subscription, a group or a resource, seen
 * as a resource of their own that is always there. Those of groups and resources are the {@code
 * tags} of their bodies. Evidence: answers recorded (arm-protocol 8), limits documented.
 */
public final class Tags {

    public static final ResourceType TYPE = ResourceType.of("Microsoft.Resources/tags");

    /** Most tags of one thing. Evidence: documented. */
    private static final int MOST = 50;

    Tags() {}

    /** What a GET shows; empty where the thing that has the tags is not there. */
    public static Optional<JsonObject> shown(World world, ResourceId id) {
        return owner(world, id).map(tags -> body(id, tags));
    }

    /** The tags of what the id hangs on; empty if that does not exist. */
    private static Optional<JsonObject> owner(World world, ResourceId id) {
        return switch (id.parent()) {
            case Scope.Tenant _, Scope.ManagementGroup _ -> Optional.empty();
            case Scope.Subscription(var subscription) ->
                    world.directory()
                            .subscription(subscription)
                            .map(_ -> ofSubscription(world, id));
            case Scope.ResourceGroup group -> world.resources().group(group).map(Tags::of);
            case ResourceId resource -> world.find(resource).map(Tags::of);
        };
    }

    private static JsonObject ofSubscription(World world, ResourceId id) {
        return world.find(id)
                .flatMap(stored -> stored.properties().get("tags"))
                .flatMap(Json::asObject)
                .orElse(Json.object());
    }

    private static JsonObject of(StoredResource stored) {
        return stored.body().get("tags").flatMap(Json::asObject).orElse(Json.object());
    }

    private static JsonObject body(ResourceId id, JsonObject tags) {
        return JsonObject.builder()
                .put("id", id.path())
                .put("name", "default")
                .put("type", TYPE.toString())
                .put("properties", JsonObject.of("tags", tags))
                .build();
    }

    Outcome write(World world, ProvisioningRequest request) {
        ResourceId id = request.id();
        Optional<Refusal> refusal =
                Gate.refuseScope(world, id.scope())
                        .or(() -> wrongName(id))
                        .or(() -> Locking.refuseWrite(world, id));
        Optional<JsonObject> before = owner(world, id);
        if (refusal.isPresent() || before.isEmpty()) {
            return refused(world, refusal.orElseGet(() -> missing(id)));
        }
        JsonObject after = changed(before.get(), request);
        if (after.size() > MOST) {
            return refused(world, tooMany(after.size()));
        }
        World begun = Moments.started(world, id, request.now());
        World stored = stored(begun, request, after);
        World ended = Moments.ended(stored, id, LongRunning.Status.SUCCEEDED, request.now());
        return new Outcome.Done(
                ended,
                200,
                request.method() == Method.DELETE
                        ? Optional.empty()
                        : Optional.of(body(id, after)));
    }

    private static Outcome refused(World world, Refusal refusal) {
        return new Outcome.Refused(world, refusal, Optional.empty(), Optional.empty());
    }

    /** Evidence: inferred. */
    private static Optional<Refusal> wrongName(ResourceId id) {
        return id.name().equalsIgnoreCase("default")
                ? Optional.empty()
                : Optional.of(
                        Refusal.gateway(
                                400,
                                ArmError.of(
                                        "InvalidResourceName",
                                        "The name of a tags resource is 'default', not '"
                                                + id.name()
                                                + "'.")));
    }

    private static Refusal missing(ResourceId id) {
        return id.parent() instanceof ResourceId resource
                ? Refusal.gateway(404, ArmErrors.resourceNotFound(resource))
                : Refusal.gateway(404, ArmErrors.resourceNotFound(id));
    }

    /** Evidence: documented (the limit), text inferred. */
    private static Refusal tooMany(int count) {
        return Refusal.gateway(
                400,
                ArmError.of(
                        "InvalidTags",
                        "The number of tags '" + count + "' exceeds the limit of '" + MOST + "'."));
    }

    private static JsonObject changed(JsonObject before, ProvisioningRequest request) {
        JsonObject sent =
                request.body()
                        .find("properties")
                        .flatMap(Json::asObject)
                        .flatMap(properties -> properties.find("tags"))
                        .flatMap(Json::asObject)
                        .orElse(Json.object());
        return switch (request.method()) {
            case DELETE -> Json.object();
            case PATCH -> patched(before, sent, operation(request));
            case PUT, GET, HEAD, POST -> sent;
        };
    }

    private static String operation(ProvisioningRequest request) {
        return request.body()
                .find("operation")
                .flatMap(Json::asText)
                .orElse("Merge")
                .toLowerCase(Locale.ROOT);
    }

    /** Names of tags ignore case; a deletion that names a value spares another one. Documented. */
    private static JsonObject patched(JsonObject before, JsonObject sent, String operation) {
        if (operation.equals("replace")) {
            return sent;
        }
        JsonObject after = before;
        for (var tag : sent.members().entrySet()) {
            String name = after.nameOf(tag.getKey()).orElse(tag.getKey());
            boolean delete = operation.equals("delete");
            boolean same =
                    tag.getValue().asText().filter(text -> !text.isEmpty()).isEmpty()
                            || after.get(name).filter(tag.getValue()::equals).isPresent();
            if (!delete) {
                after = after.with(name, tag.getValue());
            } else if (same) {
                after = after.without(name);
            }
        }
        return after;
    }

    private static World stored(World world, ProvisioningRequest request, JsonObject tags) {
        ResourceId id = request.id();
        return switch (id.parent()) {
            case Scope.ResourceGroup group ->
                    tagged(world, world.resources().group(group).orElseThrow(), request, tags);
            case ResourceId resource ->
                    tagged(world, world.find(resource).orElseThrow(), request, tags);
            case Scope _ ->
                    tags.isEmpty() ? world.without(id) : ofSubscription(world, request, tags);
        };
    }

    private static World tagged(
            World world, StoredResource stored, ProvisioningRequest request, JsonObject tags) {
        JsonObject body =
                tags.isEmpty() ? stored.body().without("tags") : stored.body().with("tags", tags);
        return world.with(stored.withBody(body).changed(request.now()));
    }

    private static World ofSubscription(World world, ProvisioningRequest request, JsonObject tags) {
        Optional<StoredResource> before = world.find(request.id());
        if (before.isPresent()) {
            return world.with(
                    before.get().withBody(body(before.get().id(), tags)).changed(request.now()));
        }
        World.Drawn drawn = world.draw();
        return drawn.world()
                .with(
                        new StoredResource(
                                request.id(),
                                request.apiVersion(),
                                body(request.id(), tags),
                                Json.object(),
                                StoredResource.SUCCEEDED,
                                Optional.empty(),
                                request.now(),
                                request.now(),
                                Optional.empty(),
                                world.drawn()));
    }
}
