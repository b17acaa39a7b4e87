package dev.belay.transaction.journal;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.plan.Learned;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Fields;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Entries from their JSON form. */
final class EntryReader {

    private EntryReader() {}

    static JournalEntry of(Json json) {
        Fields fields = Fields.of(json);
        Instant at = fields.instant("at");
        String kind = fields.text("entry");
        return switch (kind) {
            case "Opened" -> opened(at, fields);
            case "SnapshotTaken" ->
                    new JournalEntry.SnapshotTaken(
                            at,
                            fields.digest("snapshot"),
                            fields.digest("sent"),
                            fields.optionalText("export").map(Digest::new));
            case "DeploymentSubmitted" ->
                    new JournalEntry.DeploymentSubmitted(at, fields.id("deployment"));
            case "DeploymentAccepted" ->
                    new JournalEntry.DeploymentAccepted(at, fields.number("status"));
            case "OperationsSeen" ->
                    new JournalEntry.OperationsSeen(
                            at,
                            fields.items("operations").stream()
                                    .map(EntryReader::operation)
                                    .toList());
            case "DeploymentEnded" ->
                    new JournalEntry.DeploymentEnded(
                            at,
                            fields.text("state"),
                            fields.error("error"),
                            fields.object("outputs").json());
            case "AfterTaken" -> new JournalEntry.AfterTaken(at, fields.digest("after"));
            case "CancelRequested" -> new JournalEntry.CancelRequested(at, fields.text("by"));
            case "RollbackRequested" ->
                    new JournalEntry.RollbackRequested(
                            at,
                            fields.text("by"),
                            fields.truth("acceptDeletions"),
                            fields.optionalText("strategy").map(RecordedRequest.Strategy::valueOf));
            default -> undo(kind, at, fields);
        };
    }

    private static JournalEntry undo(String kind, Instant at, Fields fields) {
        return switch (kind) {
            case "RollbackPlanned" -> new JournalEntry.RollbackPlanned(at, fields.digest("plan"));
            case "StepStarted" ->
                    new JournalEntry.StepStarted(
                            at, fields.number("step"), RollbackStep.of(fields.value("act")));
            case "StepEnded" ->
                    new JournalEntry.StepEnded(
                            at,
                            fields.number("step"),
                            StepStatus.valueOf(fields.text("status")),
                            fields.optionalText("digest").map(Digest::new),
                            fields.error("error"),
                            fields.items("learned").stream().map(Learned::of).toList());
            case "RolledBack" ->
                    new JournalEntry.RolledBack(
                            at,
                            fields.digest("capture"),
                            proof(fields),
                            findings(fields, "leftAlone"));
            case "RolledBackExcept" ->
                    new JournalEntry.RolledBackExcept(
                            at,
                            fields.digest("capture"),
                            proof(fields),
                            findings(fields, "differences"),
                            findings(fields, "leftAlone"));
            case "Committed" -> new JournalEntry.Committed(at);
            case "Kept" -> new JournalEntry.Kept(at);
            case "Held" -> new JournalEntry.Held(at);
            case "Refused" ->
                    new JournalEntry.Refused(
                            at,
                            fields.error("error")
                                    .orElseThrow(
                                            () ->
                                                    new IllegalStateException(
                                                            "A refusal without an error.")));
            case "Untouched" -> new JournalEntry.Untouched(at, fields.text("reason"));
            default -> throw new IllegalStateException("No kind of entry: '" + kind + "'.");
        };
    }

    private static JournalEntry opened(Instant at, Fields fields) {
        Fields request = fields.object("request");
        return new JournalEntry.Opened(
                at,
                fields.text("origin"),
                fields.text("tenant"),
                fields.optionalText("subscription"),
                fields.text("catalog"),
                new RecordedRequest(
                        scope(request.text("scope")),
                        request.text("name"),
                        RecordedRequest.Mode.valueOf(request.text("mode")),
                        RecordedRequest.OnFailure.valueOf(request.text("onFailure")),
                        RecordedRequest.Strategy.valueOf(request.text("strategy")),
                        request.optionalText("policy").map(Digest::new),
                        request.truth("acceptDeletions"),
                        request.truth("liftLocks"),
                        Duration.parse(request.text("timeout"))),
                fields.text("owner"));
    }

    private static Scope scope(String path) {
        return Scope.parse(path)
                .orElseThrow(
                        () -> new IllegalStateException("Not a stored scope: '" + path + "'."));
    }

    private static OperationRecord operation(Json json) {
        Fields fields = Fields.of(json);
        return new OperationRecord(
                fields.id("deployment"),
                fields.text("operationId"),
                fields.text("operation"),
                fields.optionalText("target").map(ResourceId::of),
                fields.text("state"),
                fields.optionalText("statusCode"),
                fields.optional("error").flatMap(ArmError::from));
    }

    private static Proof proof(Fields fields) {
        return new Proof(
                fields.number("comparedProperties"),
                fields.number("provenAbsent"),
                fields.number("incomparable"));
    }

    private static List<Finding> findings(Fields fields, String name) {
        return fields.items(name).stream().map(Finding::of).toList();
    }
}
