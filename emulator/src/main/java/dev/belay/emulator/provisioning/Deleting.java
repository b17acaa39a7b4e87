package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.type.Change;
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

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** DELETE of one resource, with everything below it. */
final class Deleting {

    private final ResourceTypes types;
    private final Reading reading;
    private final Ending ending;

    Deleting(ResourceTypes types, Reading reading, Ending ending) {
        this.types = types;
        this.reading = reading;
        this.ending = ending;
    }

    Outcome delete(World world, ProvisioningRequest request) {
        Optional<StoredResource> found = reading.find(world, request.id());
        if (found.isEmpty()) {
            return new Outcome.Done(world, 204, Optional.empty());
        }
        StoredResource stored = found.get();
        Optional<Outcome> busy = Started.busy(world, stored);
        if (busy.isPresent()) {
            return busy.get();
        }
        ResourceTypeBehavior type = types.behavior(request.id().type()).orElseThrow();
        Optional<Refusal> refusal =
                modified(request, stored).or(() -> type.refuse(change(request, stored), world));
        return refusal.isPresent()
                ? new Outcome.Refused(
                        world, refusal.get(), Optional.empty(), usersEnd(world, stored.id()))
                : start(world, request, stored, type);
    }

    /**
     * When the next operation ends that works on something which names it, or on what holds that.
     */
    private static Optional<Instant> usersEnd(World world, ResourceId id) {
        return world.resources().referencing(id).stream()
                .map(StoredResource::id)
                .flatMap(
                        user ->
                                Stream.iterate(
                                        Optional.of(user), Optional::isPresent, Deleting::above))
                .flatMap(Optional::stream)
                .flatMap(user -> world.find(user).stream())
                .flatMap(user -> user.operation().flatMap(world::operation).stream())
                .filter(LongRunning::running)
                .flatMap(operation -> operation.endsAt().stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<ResourceId> above(Optional<ResourceId> id) {
        return id.flatMap(ResourceId::container);
    }

    private static Optional<Refusal> modified(ProvisioningRequest request, StoredResource stored) {
        return stored.etag().isPresent()
                        && request.ifMatch()
                                .filter(wanted -> !wanted.equals("*"))
                                .filter(wanted -> !stored.etag().equals(Optional.of(wanted)))
                                .isPresent()
                ? Optional.of(Refusal.provider(412, ResourceErrors.preconditionFailed(stored.id())))
                : Optional.empty();
    }

    private static Change change(ProvisioningRequest request, StoredResource stored) {
        return new Change(
                Method.DELETE,
                stored.id(),
                request.apiVersion(),
                Json.object(),
                Json.object(),
                Optional.of(stored),
                stored.incarnation(),
                request.now());
    }

    private Outcome start(
            World world,
            ProvisioningRequest request,
            StoredResource stored,
            ResourceTypeBehavior type) {
        WriteStyle usual = type.style(Method.DELETE, true).orElse(WriteStyle.immediate(200));
        JsonObject shown = reading.show(world, stored);
        Started started = Started.of(world, request, usual, Optional.of(shown), true);
        World begun = Moments.started(started.world(), stored.id(), request.now());
        if (started.immediate()) {
            World gone =
                    Moments.ended(
                            ending.remove(begun, stored),
                            stored.id(),
                            LongRunning.Status.SUCCEEDED,
                            request.now());
            boolean tells =
                    stored.id().type().namespace().equalsIgnoreCase("Microsoft.Authorization")
                            && !stored.id().type().name().equalsIgnoreCase("locks");
            return new Outcome.Done(
                    gone, started.style().status(), tells ? Optional.of(shown) : Optional.empty());
        }
        return accepted(begun, request, stored, started, type.acceptance(stored.id()));
    }

    private static Outcome accepted(
            World world,
            ProvisioningRequest request,
            StoredResource stored,
            Started started,
            Optional<JsonObject> body) {
        World.Drawn drawn = world.draw();
        LongRunning operation =
                started.operation(drawn.id().toString(), request, Optional.of(stored));
        World busy = drawn.world().with(stored.busy(StoredResource.DELETING, operation.id()));
        World after = started.scheduled(busy, operation, request);
        WriteStyle style =
                new WriteStyle(
                        202,
                        LongRunning.Polling.BOTH,
                        started.style().takes(),
                        started.style().retryAfter(),
                        StoredResource.DELETING);
        return new Outcome.Accepted(
                after, after.operation(operation.id()).orElse(operation), style, body);
    }
}
