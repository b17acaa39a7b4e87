package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.LongRunning.Polling;
import dev.belay.emulator.world.LongRunning.Status;
import dev.belay.emulator.world.Moments;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resource groups. Evidence: recorded (arm-protocol 4). */
final class Groups {

    private static final Pattern BAD = Pattern.compile("[^\\p{L}\\p{N}._()-]");
    private static final WriteStyle DELETION =
            new WriteStyle(
                    202,
                    Polling.ARM_JOB,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(15),
                    StoredResource.DELETING);

    Outcome write(World world, ProvisioningRequest request) {
        Optional<StoredResource> there = world.find(request.id());
        Optional<Refusal> refusal =
                Gate.refuseScope(world, request.id().scope())
                        .or(() -> refuse(world, request, there));
        if (refusal.isPresent()) {
            return new Outcome.Refused(world, refusal.get(), Optional.empty(), Optional.empty());
        }
        return request.method() == Method.DELETE
                ? delete(world, request, there.orElseThrow())
                : put(world, request, there);
    }

    private static Optional<Refusal> refuse(
            World world, ProvisioningRequest request, Optional<StoredResource> there) {
        String name = request.id().name();
        if (request.method() != Method.PUT && there.isEmpty()) {
            return Optional.of(Refusal.gateway(404, ArmErrors.resourceGroupNotFound(name)));
        }
        if (there.filter(group -> group.state().equals(StoredResource.DELETING)).isPresent()) {
            return Optional.of(
                    Refusal.gateway(409, ResourceErrors.resourceGroupBeingDeleted(name)));
        }
        return switch (request.method()) {
            case DELETE -> Locking.refuseDelete(world, request.id());
            case PUT ->
                    wrongName(name)
                            .or(() -> wrongLocation(request, there))
                            .or(() -> Locking.refuseWrite(world, request.id()));
            case PATCH, GET, HEAD, POST -> Locking.refuseWrite(world, request.id());
        };
    }

    private static Optional<Refusal> wrongName(String name) {
        String bad =
                BAD.matcher(name)
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .reduce("", String::concat);
        return bad.isEmpty() && name.length() <= 90
                ? Optional.empty()
                : Optional.of(Refusal.gateway(400, ResourceErrors.invalidResourceGroup(name, bad)));
    }

    private static Optional<Refusal> wrongLocation(
            ProvisioningRequest request, Optional<StoredResource> there) {
        Optional<String> asked = request.body().textAt("/location").filter(text -> !text.isBlank());
        if (asked.isEmpty()) {
            return Optional.of(Refusal.gateway(400, ResourceErrors.locationRequired()));
        }
        return there.flatMap(StoredResource::location)
                .filter(location -> !location.equals(compact(asked.get())))
                .map(
                        location ->
                                Refusal.gateway(
                                        409,
                                        ResourceErrors.invalidResourceGroupLocation(
                                                asked.get(), location)));
    }

    private static String compact(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static Outcome put(
            World world, ProvisioningRequest request, Optional<StoredResource> there) {
        World.Drawn drawn = world.draw();
        ResourceId id = there.map(StoredResource::id).orElse(request.id());
        var group =
                new StoredResource(
                        id,
                        request.apiVersion(),
                        body(id, request, there),
                        Json.object(),
                        StoredResource.SUCCEEDED,
                        Optional.empty(),
                        there.map(StoredResource::createdAt).orElse(request.now()),
                        request.now(),
                        Optional.empty(),
                        there.map(StoredResource::incarnation).orElse(world.drawn()));
        World after = Moments.started(drawn.world().with(group), id, request.now());
        after = Moments.ended(after, id, Status.SUCCEEDED, request.now());
        JsonObject shown =
                group.body()
                        .with(
                                "properties",
                                JsonObject.of("provisioningState", Json.of(group.state())));
        return new Outcome.Done(after, there.isPresent() ? 200 : 201, Optional.of(shown));
    }

    private static JsonObject body(
            ResourceId id, ProvisioningRequest request, Optional<StoredResource> there) {
        JsonObject sent = request.body();
        JsonObject old = there.map(StoredResource::body).orElse(Json.object());
        boolean patch = request.method() == Method.PATCH;
        Optional<Json> tags =
                sent.find("tags")
                        .filter(json -> !json.isNull())
                        .or(() -> patch ? old.get("tags") : Optional.empty());
        Optional<Json> managedBy =
                sent.find("managedBy")
                        .filter(json -> !json.isNull())
                        .or(() -> old.get("managedBy"));
        String location =
                old.textAt("/location")
                        .orElseGet(() -> compact(sent.textAt("/location").orElse("")));
        return JsonObject.builder()
                .put("id", id.path())
                .put("name", id.name())
                .put("type", id.type().toString())
                .put("location", location)
                .put("managedBy", managedBy)
                .put("tags", tags)
                .build();
    }

    private static Outcome delete(World world, ProvisioningRequest request, StoredResource group) {
        Started started = Started.of(world, request, DELETION, Optional.of(group.body()), true);
        World begun = Moments.started(started.world(), group.id(), request.now());
        String token = JobToken.of("RESOURCEGROUPDELETIONJOB", group, begun.drawn());
        LongRunning operation = started.operation(token, request, Optional.of(group));
        World busy = begun.draw().world().with(group.busy(StoredResource.DELETING, operation.id()));
        World after = started.scheduled(busy, operation, request);
        return new Outcome.Accepted(
                after,
                after.operation(operation.id()).orElse(operation),
                DELETION,
                Optional.empty());
    }
}
