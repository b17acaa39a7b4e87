package dev.belay.workflow.journal;

import dev.belay.json.Json;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Fields;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries from their JSON form. */
final class RunEntryReader {

    private RunEntryReader() {}

    static RunEntry of(Json json) {
        Fields fields = Fields.of(json);
        Instant at = fields.instant("at");
        String kind = fields.text("entry");
        return switch (kind) {
            case "RunOpened" -> opened(at, fields);
            case "RunResumed" -> new RunEntry.RunResumed(at, fields.text("owner"));
            case "PhaseStarted" -> new RunEntry.PhaseStarted(at, fields.text("phase"));
            case "PhaseEnded" ->
                    new RunEntry.PhaseEnded(
                            at,
                            fields.text("phase"),
                            PhaseStatus.valueOf(fields.text("status")),
                            fields.optionalText("reason"));
            case "StepSkipped" ->
                    new RunEntry.StepSkipped(at, fields.text("step"), fields.text("reason"));
            case "StepStarted" ->
                    new RunEntry.StepStarted(
                            at,
                            fields.text("step"),
                            fields.number("attempt"),
                            fields.optional("provisioning").map(Fields::of).map(Provisioning::of));
            case "StepEnded" -> ended(at, fields);
            case "RunEnded" ->
                    new RunEntry.RunEnded(at, RunVerdict.valueOf(fields.text("verdict")));
            default -> decision(kind, at, fields);
        };
    }

    private static RunEntry decision(String kind, Instant at, Fields fields) {
        return switch (kind) {
            case "ApprovalAsked" ->
                    new RunEntry.ApprovalAsked(
                            at,
                            fields.text("subject"),
                            fields.text("message"),
                            fields.optionalText("deadline").map(Instant::parse),
                            fields.number("posted"));
            case "Answered" ->
                    new RunEntry.Answered(
                            at,
                            fields.text("subject"),
                            fields.truth("approved"),
                            fields.text("by"));
            case "CancelRequested" ->
                    new RunEntry.CancelRequested(at, fields.text("by"), fields.truth("keep"));
            case "Decided" ->
                    new RunEntry.Decided(
                            at, Decision.valueOf(fields.text("decision")), fields.error("cause"));
            case "RollbackStarted" ->
                    new RunEntry.RollbackStarted(at, fields.text("step"), fields.number("attempt"));
            case "RollbackEnded" ->
                    new RunEntry.RollbackEnded(
                            at,
                            fields.text("step"),
                            fields.number("attempt"),
                            Verdict.valueOf(fields.text("verdict")),
                            fields.optionalText("reason"),
                            digest(fields));
            default -> throw new IllegalStateException("No kind of a run's entry: '" + kind + "'.");
        };
    }

    private static RunEntry opened(Instant at, Fields fields) {
        return new RunEntry.RunOpened(
                at,
                fields.text("file"),
                fields.text("folder"),
                fields.text("name"),
                fields.digest("definition"),
                fields.object("inputs").json(),
                texts(fields, "secretInputs"),
                fields.text("origin"),
                fields.text("tenant"),
                fields.optionalText("subscription"),
                fields.text("owner"));
    }

    private static RunEntry ended(Instant at, Fields fields) {
        return new RunEntry.StepEnded(
                at,
                fields.text("step"),
                fields.number("attempt"),
                StepStatus.valueOf(fields.text("status")),
                fields.object("outputs").json(),
                texts(fields, "secretOutputs"),
                fields.error("error"),
                digest(fields));
    }

    private static Optional<Digest> digest(Fields fields) {
        return fields.optionalText("log").map(Digest::new);
    }

    private static List<String> texts(Fields fields, String name) {
        return fields.items(name).stream().map(item -> item.asText().orElseThrow()).toList();
    }
}
