package dev.belay.workflow.journal;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.event.Provisioning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The JSON form of entries. */
final class RunEntryWriter {

    private RunEntryWriter() {}

    static JsonObject toJson(RunEntry entry) {
        var json =
                JsonObject.builder()
                        .put("entry", entry.getClass().getSimpleName())
                        .put("at", entry.at().toString());
        switch (entry) {
            case RunEntry.RunOpened opened -> opened(json, opened);
            case RunEntry.RunResumed(_, var owner) -> json.put("owner", owner);
            case RunEntry.PhaseStarted(_, var phase) -> json.put("phase", phase);
            case RunEntry.PhaseEnded(_, var phase, var status, var reason) ->
                    json.put("phase", phase)
                            .put("status", status.name())
                            .put("reason", reason.map(Json::of));
            case RunEntry.StepSkipped(_, var step, var reason) ->
                    json.put("step", step).put("reason", reason);
            case RunEntry.StepStarted(_, var step, var attempt, var provisioning) ->
                    json.put("step", step)
                            .put("attempt", attempt)
                            .put("provisioning", provisioning.map(Provisioning::toJson));
            case RunEntry.StepEnded ended -> ended(json, ended);
            case RunEntry.ApprovalAsked(_, var subject, var message, var deadline, var posted) ->
                    json.put("subject", subject)
                            .put("message", message)
                            .put("deadline", deadline.map(Instant::toString).map(Json::of))
                            .put("posted", posted);
            case RunEntry.Answered(_, var subject, var approved, var by) ->
                    json.put("subject", subject).put("approved", approved).put("by", by);
            case RunEntry.CancelRequested(_, var by, var keep) ->
                    json.put("by", by).put("keep", keep);
            case RunEntry.Decided(_, var decision, var cause) ->
                    json.put("decision", decision.name()).put("cause", cause.map(ArmError::toJson));
            case RunEntry.RollbackStarted(_, var step, var attempt) ->
                    json.put("step", step).put("attempt", attempt);
            case RunEntry.RollbackEnded(
                            _,
                            var step,
                            var attempt,
                            var verdict,
                            var reason,
                            var log) ->
                    json.put("step", step)
                            .put("attempt", attempt)
                            .put("verdict", verdict.name())
                            .put("reason", reason.map(Json::of))
                            .put("log", digest(log));
            case RunEntry.RunEnded(_, var verdict) -> json.put("verdict", verdict.name());
        }
        return json.build();
    }

    private static void opened(JsonObject.Builder json, RunEntry.RunOpened opened) {
        json.put("file", opened.file())
                .put("folder", opened.folder())
                .put("name", opened.name())
                .put("definition", opened.definition().text())
                .put("inputs", opened.inputs())
                .put("secretInputs", texts(opened.secretInputs()))
                .put("origin", opened.origin())
                .put("tenant", opened.tenant())
                .put("subscription", opened.subscription().map(Json::of))
                .put("owner", opened.owner());
    }

    private static void ended(JsonObject.Builder json, RunEntry.StepEnded ended) {
        json.put("step", ended.step())
                .put("attempt", ended.attempt())
                .put("status", ended.status().name())
                .put("outputs", ended.outputs())
                .put("secretOutputs", texts(ended.secretOutputs()))
                .put("error", ended.error().map(ArmError::toJson))
                .put("log", digest(ended.log()));
    }

    private static Optional<Json> digest(Optional<Digest> digest) {
        return digest.map(Digest::text).map(Json::of);
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<Json>map(Json::of).toList());
    }
}
