package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.error.ArmErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.type.Change;
import dev.belay.emulator.type.Existence;
import dev.belay.emulator.type.ResourceTypeBehavior;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.LongRunning.Failure;
import dev.belay.emulator.world.LongRunning.Status;
import dev.belay.emulator.world.Moments;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.time.Instant;
import java.util.Optional;

/** How writes end. */
final class Ending {

    private final ResourceTypes types;
    private final Twins twins;

    Ending(ResourceTypes types, Twins twins) {
        this.types = types;
        this.twins = twins;
    }

    World finish(World world, String id, Instant now) {
        Optional<LongRunning> found = world.operation(id).filter(LongRunning::running);
        return found.map(operation -> finish(world, operation, now)).orElse(world);
    }

    private World finish(World world, LongRunning operation, Instant now) {
        Optional<StoredResource> standing =
                world.find(operation.target())
                        .filter(stored -> stored.operation().equals(Optional.of(operation.id())));
        Optional<Failure> failure =
                standing.isEmpty()
                        ? Optional.of(
                                new Failure(404, ArmErrors.resourceNotFound(operation.target())))
                        : failure(operation);
        World settled = standing.map(stored -> settle(world, operation, stored)).orElse(world);
        Status how = failure.isPresent() ? Status.FAILED : Status.SUCCEEDED;
        World ended = settled.with(operation.ended(now, how, failure));
        World after = Moments.ended(ended, operation.target(), how, now);
        return operation
                .continuation()
                .map(
                        next ->
                                after.schedule(
                                        now,
                                        new Work.ContinueDeployment(
                                                next.deployment(), next.step())))
                .orElse(after);
    }

    private static Optional<Failure> failure(LongRunning operation) {
        return operation
                .fault()
                .flatMap(
                        then ->
                                switch (then) {
                                    case Fault.Then.Fail(var status, var error) ->
                                            Optional.of(new Failure(status, error));
                                    case Fault.Then.ApplyThenFail(var status, var error) ->
                                            Optional.of(new Failure(status, error));
                                    case Fault.Then.Throttle(var error, _) ->
                                            Optional.of(new Failure(429, error));
                                    case Fault.Then.Hang(), Fault.Then.LoseAnswer() ->
                                            Optional.empty();
                                });
    }

    private World settle(World world, LongRunning operation, StoredResource stored) {
        boolean failed = failure(operation).isPresent();
        boolean applied =
                !failed
                        || operation
                                .fault()
                                .filter(then -> then instanceof Fault.Then.ApplyThenFail)
                                .isPresent();
        if (operation.method() == Method.DELETE) {
            return applied
                    ? remove(world, stored)
                    : world.with(stored.settled(StoredResource.FAILED));
        }
        if (!failed) {
            StoredResource done = stored.settled(StoredResource.SUCCEEDED);
            return settle(twins.store(world, done), done);
        }
        StoredResource left = applied ? stored : operation.before().orElse(stored);
        return twins.store(world, left.settled(StoredResource.FAILED));
    }

    /** What a successful write brings with it: the type's own effects, automatic children. */
    World settle(World world, StoredResource written) {
        World after =
                types.behavior(written.id().type())
                        .map(type -> type.onWritten(written, world))
                        .orElse(world);
        for (ResourceTypeBehavior child : types.automaticChildren(written.id().type())) {
            after = withAutomatic(after, written, child);
        }
        return after;
    }

    private World withAutomatic(World world, StoredResource parent, ResourceTypeBehavior child) {
        if (!(child.existence() instanceof Existence.Automatic(var name))) {
            return world;
        }
        ResourceId id = parent.id().child(child.type().name(), name);
        if (world.resources().has(id)) {
            return world;
        }
        World.Drawn drawn = world.draw();
        var change =
                new Change(
                        Method.PUT,
                        id,
                        parent.apiVersion(),
                        Json.object(),
                        Json.object(),
                        Optional.empty(),
                        world.drawn(),
                        parent.changedAt());
        JsonObject body =
                JsonObject.of(
                                "id",
                                Json.of(id.path()),
                                "name",
                                Json.of(name),
                                "type",
                                Json.of(id.type().toString()))
                        .withAll(child.complete(change, drawn.world()));
        return drawn.world()
                .with(
                        new StoredResource(
                                id,
                                parent.apiVersion(),
                                body,
                                Json.object(),
                                StoredResource.SUCCEEDED,
                                Optional.empty(),
                                parent.changedAt(),
                                parent.changedAt(),
                                Optional.empty(),
                                world.drawn()));
    }

    /**
     * The world without a resource, group or management group and all below it, with what its type
     * does then.
     */
    World remove(World world, StoredResource stored) {
        World after = world;
        for (StoredResource below : world.resources().below(stored.id())) {
            after = onDelete(after, below);
        }
        Optional<Scope> scope = stored.id().asScope();
        if (scope.isPresent()) {
            for (DeploymentRecord deployment : world.deploymentsBelow(scope.get())) {
                after = after.withoutDeployment(deployment.id());
            }
        }
        return twins.remove(onDelete(after, stored), stored.id());
    }

    private World onDelete(World world, StoredResource gone) {
        return types.behavior(gone.id().type())
                .map(type -> type.onDelete(gone, world))
                .orElse(world);
    }
}
