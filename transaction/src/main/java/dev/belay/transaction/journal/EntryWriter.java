package dev.belay.transaction.journal;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.plan.Learned;
import dev.belay.transaction.snapshot.Digest;

import java.util.List;
import java.util.function.Function;

/** The JSON form of entries. */
final class EntryWriter {

    private EntryWriter() {}

    static JsonObject toJson(JournalEntry entry) {
        var json =
                JsonObject.builder()
                        .put("entry", entry.getClass().getSimpleName())
                        .put("at", entry.at().toString());
        switch (entry) {
            case JournalEntry.Opened opened -> opened(json, opened);
            case JournalEntry.SnapshotTaken(_, var snapshot, var sent, var export) ->
                    json.put("snapshot", snapshot.text())
                            .put("sent", sent.text())
                            .put("export", export.map(Digest::text).map(Json::of));
            case JournalEntry.DeploymentSubmitted(_, var deployment) ->
                    json.put("deployment", deployment.path());
            case JournalEntry.DeploymentAccepted(_, var status) -> json.put("status", status);
            case JournalEntry.OperationsSeen(_, var operations) ->
                    json.put("operations", list(operations, EntryWriter::operation));
            case JournalEntry.DeploymentEnded(_, var state, var error, var outputs) ->
                    json.put("state", state)
                            .put("error", error.map(ArmError::toJson))
                            .put("outputs", outputs);
            case JournalEntry.AfterTaken(_, var after) -> json.put("after", after.text());
            case JournalEntry.CancelRequested(_, var by) -> json.put("by", by);
            case JournalEntry.RollbackRequested(_, var by, var acceptDeletions, var strategy) ->
                    json.put("by", by)
                            .put("acceptDeletions", acceptDeletions)
                            .put("strategy", strategy.map(Enum::name).map(Json::of));
            case JournalEntry.RollbackPlanned(_, var plan) -> json.put("plan", plan.text());
            case JournalEntry.StepStarted(_, var step, var act) ->
                    json.put("step", step).put("act", act.toJson());
            case JournalEntry.StepEnded(
                            _,
                            var step,
                            var status,
                            var digest,
                            var error,
                            var learned) ->
                    json.put("step", step)
                            .put("status", status.name())
                            .put("digest", digest.map(Digest::text).map(Json::of))
                            .put("error", error.map(ArmError::toJson))
                            .put("learned", list(learned, Learned::toJson));
            case JournalEntry.RolledBack(_, var capture, var proof, var leftAlone) ->
                    proof(json.put("capture", capture.text()), proof)
                            .put("leftAlone", list(leftAlone, Finding::toJson));
            case JournalEntry.RolledBackExcept(
                            _,
                            var capture,
                            var proof,
                            var differences,
                            var leftAlone) ->
                    proof(json.put("capture", capture.text()), proof)
                            .put("differences", list(differences, Finding::toJson))
                            .put("leftAlone", list(leftAlone, Finding::toJson));
            case JournalEntry.Refused(_, var error) -> json.put("error", error.toJson());
            case JournalEntry.Untouched(_, var reason) -> json.put("reason", reason);
            case JournalEntry.Committed _, JournalEntry.Kept _, JournalEntry.Held _ -> {}
        }
        return json.build();
    }

    private static void opened(JsonObject.Builder json, JournalEntry.Opened opened) {
        RecordedRequest request = opened.request();
        json.put("origin", opened.origin())
                .put("tenant", opened.tenant())
                .put("subscription", opened.subscription().map(Json::of))
                .put("catalog", opened.catalog())
                .put("owner", opened.owner())
                .put(
                        "request",
                        JsonObject.builder()
                                .put("scope", request.scope().path())
                                .put("name", request.name())
                                .put("mode", request.mode().name())
                                .put("onFailure", request.onFailure().name())
                                .put("strategy", request.strategy().name())
                                .put("policy", request.policy().map(Digest::text).map(Json::of))
                                .put("acceptDeletions", request.acceptDeletions())
                                .put("liftLocks", request.liftLocks())
                                .put("timeout", request.timeout().toString())
                                .build());
    }

    private static JsonObject operation(OperationRecord operation) {
        return JsonObject.builder()
                .put("deployment", operation.deployment().path())
                .put("operationId", operation.operationId())
                .put("operation", operation.operation())
                .put("target", operation.target().map(ResourceId::path).map(Json::of))
                .put("state", operation.state())
                .put("statusCode", operation.statusCode().map(Json::of))
                .put("error", operation.error().map(ArmError::toJson))
                .build();
    }

    private static JsonObject.Builder proof(JsonObject.Builder json, Proof proof) {
        return json.put("comparedProperties", proof.comparedProperties())
                .put("provenAbsent", proof.provenAbsent())
                .put("incomparable", proof.incomparable());
    }

    private static <T> JsonArray list(List<T> items, Function<T, JsonObject> form) {
        return new JsonArray(items.stream().<Json>map(form).toList());
    }
}
