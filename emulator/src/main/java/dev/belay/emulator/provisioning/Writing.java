package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Defaults;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Moments;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.util.Optional;

/** PUT and PATCH of one resource. */
final class Writing {

    private final ResourceTypes types;
    private final Twins twins;
    private final Reading reading;
    private final Ending ending;

    Writing(ResourceTypes types, Twins twins, Reading reading, Ending ending) {
        this.types = types;
        this.twins = twins;
        this.reading = reading;
        this.ending = ending;
    }

    Outcome write(World world, ProvisioningRequest request) {
        Optional<StoredResource> before = reading.find(world, request.id());
        if (request.method() == Method.PATCH && before.isEmpty()) {
            return refused(world, Reading.notFound(request.id()));
        }
        Optional<Outcome> stopped =
                before.flatMap(stored -> Started.busy(world, stored))
                        .or(() -> precondition(world, request, before));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        ResourceTypeBehavior type = types.behavior(request.id().type()).orElseThrow();
        Change change = change(world, request, before);
        Optional<Refusal> refusal =
                type.refuse(change, world)
                        .or(() -> type.refuseReferences(change, world))
                        .or(() -> taken(world, request));
        return refusal.isPresent()
                ? refused(world, refusal.get())
                : start(
                        world.resources().has(request.id()) ? world : world.draw().world(),
                        request,
                        change,
                        type);
    }

    private static Outcome refused(World world, Refusal refusal) {
        return new Outcome.Refused(world, refusal, Optional.empty(), Optional.empty());
    }

    private static Optional<Outcome> precondition(
            World world, ProvisioningRequest request, Optional<StoredResource> before) {
        Optional<String> etag = before.flatMap(StoredResource::etag);
        boolean hasEtags = before.isEmpty() || etag.isPresent();
        boolean modified =
                hasEtags
                        && request.ifMatch()
                                .filter(
                                        wanted ->
                                                wanted.equals("*")
                                                        ? before.isEmpty()
                                                        : !etag.equals(Optional.of(wanted)))
                                .isPresent();
        boolean exists = request.ifNoneMatch().isPresent() && before.isPresent();
        return modified || exists
                ? Optional.of(
                        refused(
                                world,
                                Refusal.provider(
                                        412, ResourceErrors.preconditionFailed(request.id()))))
                : Optional.empty();
    }

    private static Optional<Refusal> taken(World world, ProvisioningRequest request) {
        return world.resources().takenByAnother(request.id())
                ? Optional.of(
                        Refusal.provider(
                                409,
                                dev.belay.arm.ArmError.of(
                                        "NameNotAvailable",
                                        "The name '"
                                                + request.id().name()
                                                + "' is already in use.")))
                : Optional.empty();
    }

    private static Change change(
            World world, ProvisioningRequest request, Optional<StoredResource> before) {
        JsonObject body =
                request.method() == Method.PATCH && before.isPresent()
                        ? Merge.patch(before.get().body(), request.body())
                        : request.body();
        return new Change(
                request.method(),
                request.id(),
                request.apiVersion(),
                request.body(),
                body,
                before,
                before.map(StoredResource::incarnation).orElse(world.drawn()),
                request.now());
    }

    private Outcome start(
            World world, ProvisioningRequest request, Change change, ResourceTypeBehavior type) {
        boolean exists = !change.creates();
        WriteStyle usual =
                type.style(request.method(), exists)
                        .orElse(WriteStyle.immediate(exists ? 200 : 201));
        Optional<Json> live = change.before().map(stored -> reading.show(world, stored));
        Started started = Started.of(world, request, usual, live, exists);
        World.Drawn etag = started.world().draw();
        StoredResource written =
                stored(change, type.complete(change, started.world()))
                        .withEtag(type.etag(etag.id().toString()));
        return started.immediate()
                ? done(etag.world(), written, started.style().status())
                : accepted(etag.world(), request, change, started, written);
    }

    private StoredResource stored(Change change, JsonObject completed) {
        ResourceId id = change.before().map(StoredResource::id).orElse(change.id());
        JsonObject body =
                JsonObject.of(
                                "id",
                                Json.of(id.path()),
                                "name",
                                Json.of(id.name()),
                                "type",
                                Json.of(id.type().toString()))
                        .withAll(completed.without("id").without("name").without("type"));
        JsonObject shown = types.shown(id.type(), body, change.apiVersion(), id.name());
        JsonObject secret = types.secret(id.type(), body, change.apiVersion(), id.name());
        JsonObject earlier = change.before().map(StoredResource::secrets).orElse(Json.object());
        return new StoredResource(
                id,
                change.apiVersion(),
                shown,
                Defaults.under(secret, earlier),
                StoredResource.SUCCEEDED,
                Optional.empty(),
                change.before().map(StoredResource::createdAt).orElse(change.now()),
                change.now(),
                Optional.empty(),
                change.incarnation());
    }

    private Outcome done(World world, StoredResource written, int status) {
        World after = Moments.started(world, written.id(), written.changedAt());
        after = ending.settle(twins.store(after, written), written);
        after =
                Moments.ended(
                        after, written.id(), LongRunning.Status.SUCCEEDED, written.changedAt());
        return new Outcome.Done(after, status, reading.show(after, written.id()));
    }

    private Outcome accepted(
            World world,
            ProvisioningRequest request,
            Change change,
            Started started,
            StoredResource written) {
        World.Drawn drawn = world.draw();
        LongRunning operation = started.operation(drawn.id().toString(), request, change.before());
        StoredResource busy = written.busy(started.style().busyState(), operation.id());
        World after =
                Moments.started(twins.store(drawn.world(), busy), written.id(), request.now());
        after = started.scheduled(after, operation, request);
        Optional<JsonObject> body =
                started.style().status() == 202
                        ? types.behavior(written.id().type())
                                .flatMap(type -> type.acceptance(written.id()))
                        : reading.show(after, written.id());
        return new Outcome.Accepted(
                after, after.operation(operation.id()).orElse(operation), started.style(), body);
    }
}
