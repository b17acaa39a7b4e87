package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A deployment's turn: the world, the deployment's record and its run while they change together.
 *
 * @param world as it stands, the record of this deployment aside
 * @param record the deployment
 * @param run how far it is
 * @param now virtual time
 */
record Turn(World world, DeploymentRecord record, DeploymentRun run, Instant now) {

    /** Ends a token that asks for a write to be sent once more. */
    static final String AGAIN = "/again";

    /** The world with this turn's changes. */
    World end() {
        return world.with(Records.with(record, run));
    }

    Turn with(World newWorld) {
        return new Turn(newWorld, record, run, now);
    }

    Turn with(DeploymentRecord newRecord) {
        return new Turn(world, newRecord, run, now);
    }

    Turn with(DeploymentRun newRun) {
        return new Turn(world, record, newRun, now);
    }

    Turn with(int place, DeploymentRun.Step step) {
        return with(run.with(place, step));
    }

    /** This turn with a call of {@link DeploymentEngine#proceed} for the place put down. */
    Turn later(int place, Duration wait) {
        return with(
                world.schedule(
                        now.plus(wait), new Work.ContinueDeployment(record.id(), token(place))));
    }

    /** The write of the place is sent once more after the wait. */
    Turn again(int place, Duration wait) {
        return with(
                world.schedule(
                        now.plus(wait),
                        new Work.ContinueDeployment(record.id(), token(place) + AGAIN)));
    }

    /** This turn with a call of {@link DeploymentEngine#proceed} for another step put down. */
    Turn later(String step, Duration wait) {
        return with(
                world.schedule(
                        now.plus(wait),
                        new Work.ContinueDeployment(record.id(), record.sequence() + "/" + step)));
    }

    LongRunning.Continuation continuation(String step) {
        return new LongRunning.Continuation(record.id(), record.sequence() + "/" + step);
    }

    /** How the place is named to others; it holds only for this run of the deployment's name. */
    String token(int place) {
        return record.sequence() + "/" + place;
    }

    LongRunning.Continuation continuation(int place) {
        return new LongRunning.Continuation(record.id(), token(place));
    }

    /** This turn with an operation begun; its place is the last one. */
    Turn begin(String kind, Optional<ResourceId> target, JsonObject targetFacts) {
        World.Drawn tracking = world.draw();
        World.Drawn drawn = tracking.world().draw();
        boolean provider = target.filter(id -> !Deployments.isDeployment(id)).isPresent();
        JsonObject shown =
                JsonObject.builder()
                        .put("trackingId", tracking.id().toString())
                        .put(
                                "serviceRequestId",
                                provider
                                        ? Optional.of(Json.of(drawn.id().toString()))
                                        : Optional.empty())
                        .put("targetResource", target.map(id -> target(id).withAll(targetFacts)))
                        .build();
        String id =
                kind.equals("EvaluateDeploymentOutput")
                        ? record.sequence()
                        : operationId(record.sequence() + record.operations().size());
        var operation =
                new DeploymentRecord.Operation(id, kind, "Running", now, now, target, shown);
        return with(drawn.world())
                .with(Records.withOperations(record, record.operations().plus(operation)));
    }

    /** This turn with an operation ended, or one step on. */
    Turn mark(int operation, String state, int status, Optional<Json> message) {
        DeploymentRecord.Operation before = record.operations().get(operation);
        JsonObject shown = before.shown().with("statusCode", Json.of(Statuses.name(status)));
        JsonObject told =
                message.map(text -> shown.with("statusMessage", text))
                        .orElse(shown.without("statusMessage"));
        var after =
                new DeploymentRecord.Operation(
                        before.id(),
                        before.kind(),
                        state,
                        before.startedAt(),
                        now,
                        before.target(),
                        told);
        return with(Records.withOperations(record, record.operations().with(operation, after)));
    }

    Turn fail(int operation, int status, ArmError error) {
        return mark(operation, "Failed", status, Optional.of(error.toBody()));
    }

    /** The order of members is ARM's: recorded. */
    static JsonObject target(ResourceId id) {
        return JsonObject.builder()
                .put("id", id.path())
                .put("resourceType", id.type().toString())
                .put("resourceName", id.fullName())
                .build();
    }

    private static String operationId(String seed) {
        long hash = Murmur64.of(seed.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%016X", hash);
    }
}
