package dev.belay.emulator.host;

import dev.belay.arm.ArmError;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.time.Trigger;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Script;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A world as JSON, without what its world file says: directory and script come from there again,
 * only their counters are kept. What may hold secrets is sealed.
 */
final class StateWriter {

    static final int FORMAT = 1;

    private final Sealer sealer;

    StateWriter(Sealer sealer) {
        this.sealer = sealer;
    }

    JsonObject world(World world, String digest) {
        return JsonObject.builder()
                .put("stateFormat", FORMAT)
                .put("worldFile", digest)
                .put("now", world.now().toString())
                .put("drawn", world.drawn())
                .put("resources", list(world.resources().byId().values(), this::resource))
                .put("softDeleted", list(world.softDeleted().values(), this::resource))
                .put("operations", list(world.operations().values(), this::operation))
                .put("deployments", list(world.deployments().values(), this::deployment))
                .put("agenda", list(world.agenda().all(), StateWriter::scheduled))
                .put("nextSequence", world.agenda().next())
                .put("script", script(world.script()))
                .build();
    }

    private static <T> JsonArray list(Collection<T> items, Function<T, Json> form) {
        return new JsonArray(items.stream().map(form).toList());
    }

    private Json sealed(Json value) {
        return value.isEmptyObject() ? value : Json.of(sealer.seal(value.toText()));
    }

    private Json resource(StoredResource stored) {
        return JsonObject.builder()
                .put("id", stored.id().path())
                .put("apiVersion", stored.apiVersion())
                .put("body", stored.body())
                .put("secrets", sealed(stored.secrets()))
                .put("state", stored.state())
                .put("etag", stored.etag().map(Json::of))
                .put("createdAt", stored.createdAt().toString())
                .put("changedAt", stored.changedAt().toString())
                .put("operation", stored.operation().map(Json::of))
                .put("incarnation", stored.incarnation())
                .build();
    }

    private Json operation(LongRunning operation) {
        return JsonObject.builder()
                .put("id", operation.id())
                .put("method", operation.method().name())
                .put("target", operation.target().path())
                .put("polling", operation.polling().name())
                .put("apiVersion", operation.apiVersion())
                .put("startedAt", operation.startedAt().toString())
                .put("endsAt", operation.endsAt().map(at -> Json.of(at.toString())))
                .put("status", operation.status().name())
                .put("failure", operation.failure().map(StateWriter::failure))
                .put("before", operation.before().map(this::resource))
                .put("fault", operation.fault().map(StateWriter::then))
                .put("result", operation.result().map(this::sealed))
                .put("continuation", operation.continuation().map(StateWriter::continuation))
                .build();
    }

    private static Json failure(LongRunning.Failure failure) {
        return JsonObject.of(
                "status", Json.of(failure.status()), "error", failure.error().toJson());
    }

    static Json continuation(LongRunning.Continuation next) {
        return JsonObject.of(
                "deployment", Json.of(next.deployment().path()), "step", Json.of(next.step()));
    }

    private static Json then(Fault.Then then) {
        return switch (then) {
            case Fault.Then.Fail(var status, var error) -> failing("fail", status, error);
            case Fault.Then.ApplyThenFail(var status, var error) ->
                    failing("applyThenFail", status, error);
            case Fault.Then.Throttle(var error, var retryAfter) ->
                    failing("throttle", Math.toIntExact(retryAfter.toSeconds()), error);
            case Fault.Then.Hang() -> JsonObject.of("kind", Json.of("hang"));
            case Fault.Then.LoseAnswer() -> JsonObject.of("kind", Json.of("loseAnswer"));
        };
    }

    private static Json failing(String kind, int number, ArmError error) {
        return JsonObject.of(
                "kind", Json.of(kind), "number", Json.of(number), "error", error.toJson());
    }

    private Json deployment(DeploymentRecord record) {
        return JsonObject.builder()
                .put("id", record.id().path())
                .put("location", record.location().map(Json::of))
                .put("tags", record.tags())
                .put("state", record.state())
                .put("correlationId", record.correlationId())
                .put("sequence", record.sequence())
                .put("startedAt", record.startedAt().toString())
                .put("changedAt", record.changedAt().toString())
                .put("shown", record.shown())
                .put("kept", sealed(record.kept()))
                .put("progress", sealed(record.progress().toJson()))
                .put("operations", list(record.operations(), StateWriter::step))
                .put("error", record.error().map(ArmError::toJson))
                .put("parent", record.parent().map(StateWriter::continuation))
                .build();
    }

    private static Json step(DeploymentRecord.Operation operation) {
        return JsonObject.builder()
                .put("id", operation.id())
                .put("kind", operation.kind())
                .put("state", operation.state())
                .put("startedAt", operation.startedAt().toString())
                .put("changedAt", operation.changedAt().toString())
                .put("target", operation.target().map(id -> Json.of(id.path())))
                .put("shown", operation.shown())
                .build();
    }

    private static Json scheduled(Scheduled entry) {
        var form =
                JsonObject.builder()
                        .put("at", entry.at().toString())
                        .put("sequence", entry.sequence());
        return switch (entry.work()) {
            case Work.FinishOperation(var operation) -> form.put("finish", operation).build();
            case Work.ContinueDeployment(var deployment, var step) ->
                    form.put("deployment", deployment.path()).put("step", step).build();
            case Work.HappenTimelineEvent(var event) -> form.put("event", event).build();
        };
    }

    private static Json script(Script script) {
        List<Json> waiting =
                script.waiting().entrySet().stream()
                        .flatMap(
                                entry ->
                                        entry.getValue().stream()
                                                .map(one -> waiting(entry.getKey(), one)))
                        .toList();
        return JsonObject.builder()
                .put("faults", list(script.faults().entries(), StateWriter::counters))
                .put("begun", list(script.timeline().begun(), number -> Json.of(number)))
                .put(
                        "moments",
                        list(
                                script.timeline().moments().entrySet(),
                                entry ->
                                        trigger(entry.getKey())
                                                .with("at", Json.of(entry.getValue().toString()))))
                .put("waiting", new JsonArray(waiting))
                .build();
    }

    private static Json counters(FaultBook.Entry entry) {
        return JsonObject.of("met", Json.of(entry.met()), "struck", Json.of(entry.struck()));
    }

    private static JsonObject trigger(Trigger trigger) {
        return JsonObject.of(
                "moment", Json.of(trigger.moment().word()), "id", Json.of(trigger.id()));
    }

    private static Json waiting(Trigger trigger, Script.Waiting one) {
        return trigger(trigger)
                .with("operation", Json.of(one.operation()))
                .with("plus", Json.of(one.plus().toString()));
    }
}
