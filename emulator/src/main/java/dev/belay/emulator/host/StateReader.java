package dev.belay.emulator.host;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.time.Agenda;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.time.Trigger;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Progress;
import dev.belay.emulator.world.Resources;
import dev.belay.emulator.world.Script;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what {@link StateWriter} wrote into the frame that the world file makes. */
final class StateReader {

    private final Sealer sealer;

    StateReader(Sealer sealer) {
        this.sealer = sealer;
    }

    World world(JsonObject state, World frame) {
        Resources resources = Resources.EMPTY;
        for (JsonObject item : items(state, "resources")) {
            resources = resources.with(resource(item));
        }
        PMap<String, StoredResource> deleted = HashTreePMap.empty();
        for (JsonObject item : items(state, "softDeleted")) {
            StoredResource stored = resource(item);
            deleted = deleted.plus(stored.id().folded(), stored);
        }
        PMap<String, LongRunning> operations = HashTreePMap.empty();
        for (JsonObject item : items(state, "operations")) {
            operations = operations.plus(text(item, "id"), operation(item));
        }
        TreePMap<String, DeploymentRecord> deployments = TreePMap.empty();
        for (JsonObject item : items(state, "deployments")) {
            DeploymentRecord record = deployment(item);
            deployments = deployments.plus(record.id().folded(), record);
        }
        return new World(
                instant(state, "now"),
                number(state, "drawn"),
                true,
                frame.directory(),
                resources,
                deleted,
                operations,
                deployments,
                agenda(state),
                script(object(state, "script"), frame.script()));
    }

    private static List<JsonObject> items(JsonObject json, String name) {
        return json.get(name).flatMap(Json::asArray).orElseThrow().stream()
                .map(item -> item.asObject().orElseThrow())
                .toList();
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.get(name).flatMap(Json::asObject).orElse(Json.object());
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).flatMap(Json::asText).orElseThrow();
    }

    private static Optional<String> optional(JsonObject json, String name) {
        return json.get(name).flatMap(Json::asText);
    }

    private static Instant instant(JsonObject json, String name) {
        return Instant.parse(text(json, name));
    }

    private static long number(JsonObject json, String name) {
        return json.get(name).orElseThrow() instanceof JsonNumber number
                ? number.asLong().orElseThrow()
                : 0;
    }

    private JsonObject unsealed(JsonObject json, String name) {
        return optional(json, name)
                .map(sealer::open)
                .flatMap(opened -> JsonReader.strict().read(opened).asObject())
                .orElse(Json.object());
    }

    private StoredResource resource(JsonObject json) {
        return new StoredResource(
                ResourceId.of(text(json, "id")),
                text(json, "apiVersion"),
                object(json, "body"),
                unsealed(json, "secrets"),
                text(json, "state"),
                optional(json, "etag"),
                instant(json, "createdAt"),
                instant(json, "changedAt"),
                optional(json, "operation"),
                number(json, "incarnation"));
    }

    private LongRunning operation(JsonObject json) {
        return new LongRunning(
                text(json, "id"),
                Method.valueOf(text(json, "method")),
                ResourceId.of(text(json, "target")),
                LongRunning.Polling.valueOf(text(json, "polling")),
                text(json, "apiVersion"),
                instant(json, "startedAt"),
                optional(json, "endsAt").map(Instant::parse),
                LongRunning.Status.valueOf(text(json, "status")),
                json.get("failure").flatMap(Json::asObject).map(StateReader::failure),
                json.get("before").flatMap(Json::asObject).map(this::resource),
                json.get("fault").flatMap(Json::asObject).map(StateReader::then),
                json.get("result").isPresent()
                        ? Optional.of(unsealed(json, "result"))
                        : Optional.empty(),
                json.get("continuation").flatMap(Json::asObject).map(StateReader::continuation));
    }

    private static LongRunning.Failure failure(JsonObject json) {
        return new LongRunning.Failure(Math.toIntExact(number(json, "status")), error(json));
    }

    private static ArmError error(JsonObject json) {
        return ArmError.from(object(json, "error")).orElseThrow();
    }

    private static LongRunning.Continuation continuation(JsonObject json) {
        return new LongRunning.Continuation(
                ResourceId.of(text(json, "deployment")), text(json, "step"));
    }

    private static Fault.Then then(JsonObject json) {
        String kind = text(json, "kind");
        return switch (kind) {
            case "hang" -> new Fault.Then.Hang();
            case "loseAnswer" -> new Fault.Then.LoseAnswer();
            case "throttle" ->
                    new Fault.Then.Throttle(
                            error(json), Duration.ofSeconds(number(json, "number")));
            case "fail" ->
                    new Fault.Then.Fail(Math.toIntExact(number(json, "number")), error(json));
            case "applyThenFail" ->
                    new Fault.Then.ApplyThenFail(
                            Math.toIntExact(number(json, "number")), error(json));
            default -> throw new IllegalStateException("Unknown fault '" + kind + "' in a state.");
        };
    }

    private DeploymentRecord deployment(JsonObject json) {
        PVector<DeploymentRecord.Operation> steps = TreePVector.empty();
        for (JsonObject item : items(json, "operations")) {
            steps = steps.plus(step(item));
        }
        return new DeploymentRecord(
                ResourceId.of(text(json, "id")),
                optional(json, "location"),
                object(json, "tags"),
                text(json, "state"),
                text(json, "correlationId"),
                text(json, "sequence"),
                instant(json, "startedAt"),
                instant(json, "changedAt"),
                object(json, "shown"),
                unsealed(json, "kept"),
                new Progress.Kept(unsealed(json, "progress")),
                steps,
                json.get("error").flatMap(ArmError::from),
                json.get("parent").flatMap(Json::asObject).map(StateReader::continuation));
    }

    private static DeploymentRecord.Operation step(JsonObject json) {
        return new DeploymentRecord.Operation(
                text(json, "id"),
                text(json, "kind"),
                text(json, "state"),
                instant(json, "startedAt"),
                instant(json, "changedAt"),
                optional(json, "target").map(ResourceId::of),
                object(json, "shown"));
    }

    private static Agenda agenda(JsonObject state) {
        TreePMap<Agenda.Key, Scheduled> entries = TreePMap.empty();
        for (JsonObject item : items(state, "agenda")) {
            var entry = new Scheduled(instant(item, "at"), number(item, "sequence"), work(item));
            entries = entries.plus(new Agenda.Key(entry.at(), entry.sequence()), entry);
        }
        return new Agenda(entries, number(state, "nextSequence"));
    }

    private static Work work(JsonObject item) {
        if (item.get("finish").isPresent()) {
            return new Work.FinishOperation(text(item, "finish"));
        }
        return item.get("deployment").isPresent()
                ? new Work.ContinueDeployment(
                        ResourceId.of(text(item, "deployment")), text(item, "step"))
                : new Work.HappenTimelineEvent(Math.toIntExact(number(item, "event")));
    }

    private static Script script(JsonObject json, Script frame) {
        PVector<FaultBook.Entry> faults = frame.faults().entries();
        List<JsonObject> counters = items(json, "faults");
        for (int i = 0; i < counters.size(); i++) {
            faults =
                    faults.with(
                            i,
                            new FaultBook.Entry(
                                    faults.get(i).fault(),
                                    Math.toIntExact(number(counters.get(i), "met")),
                                    Math.toIntExact(number(counters.get(i), "struck"))));
        }
        Timeline timeline = frame.timeline();
        for (Json begun : json.get("begun").flatMap(Json::asArray).orElseThrow()) {
            if (begun instanceof JsonNumber number) {
                timeline = timeline.withBegun(Math.toIntExact(number.asLong().orElseThrow()));
            }
        }
        for (JsonObject item : items(json, "moments")) {
            timeline = timeline.withMoment(trigger(item), instant(item, "at"));
        }
        Script script = frame.withFaults(new FaultBook(faults)).withTimeline(timeline);
        for (JsonObject item : items(json, "waiting")) {
            script =
                    script.withWaiting(
                            trigger(item),
                            new Script.Waiting(
                                    text(item, "operation"), Duration.parse(text(item, "plus"))));
        }
        return script;
    }

    private static Trigger trigger(JsonObject item) {
        return new Trigger(Trigger.Moment.of(text(item, "moment")).orElseThrow(), text(item, "id"));
    }
}
