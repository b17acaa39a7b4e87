package dev.belay.workflow.event;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A workflow run as it stands, or as it ended. It holds no secret.
 *
 * @param run the run's id; empty if it was refused before it was opened
 * @param workflow the workflow's name
 * @param opened when it began
 * @param ended when it ended; empty: unfinished
 * @param verdict empty while it is unfinished and nothing says how it ends
 * @param inputs those that are no secret, by name
 * @param phases in the file's order, those to come too
 * @param rollbacks the rollback steps that the run made by itself, in the order they ran; none
 *     while nothing is undone
 * @param waiting what a person is asked now
 * @param cause why it failed or was refused
 * @param notes further sentences for people
 */
public record RunReport(
        Optional<String> run,
        String workflow,
        Optional<Instant> opened,
        Optional<Instant> ended,
        Optional<RunVerdict> verdict,
        JsonObject inputs,
        List<PhaseLine> phases,
        List<RollbackLine> rollbacks,
        List<Question> waiting,
        Optional<ArmError> cause,
        List<String> notes) {

    public static final int FORMAT_VERSION = 1;

    public RunReport {
        requireNonNull(run);
        requireNonNull(workflow);
        requireNonNull(opened);
        requireNonNull(ended);
        requireNonNull(verdict);
        requireNonNull(inputs);
        phases = List.copyOf(phases);
        rollbacks = List.copyOf(rollbacks);
        waiting = List.copyOf(waiting);
        requireNonNull(cause);
        notes = List.copyOf(notes);
    }

    /** The exit code; 5 while the run is unfinished. */
    public int exit() {
        return verdict.orElse(RunVerdict.NOT_RESTORED).exit();
    }

    /** A phase. */
    public record PhaseLine(
            String name,
            PhaseStatus status,
            Optional<String> reason,
            Optional<Instant> started,
            Optional<Instant> ended,
            List<StepLine> steps) {
        public PhaseLine {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param kind as {@link RunEvent.StepStarted} names it
     * @param attempts how many were begun
     * @param started of the first attempt
     * @param ended of the last attempt
     * @param provisioning of the last attempt
     * @param outputs of the last attempt, those that are no secret
     * @param error of the last attempt
     * @param logged whether a log of it can be shown
     * @param inner the steps inside a parallel one
     */
    public record StepLine(
            String name,
            String kind,
            StepStatus status,
            Optional<String> reason,
            int attempts,
            Optional<Instant> started,
            Optional<Instant> ended,
            Optional<Provisioning> provisioning,
            JsonObject outputs,
            Optional<ArmError> error,
            boolean logged,
            List<StepLine> inner) {
        public StepLine {
            inner = List.copyOf(inner);
        }

        JsonObject toJson() {
            var json =
                    JsonObject.builder()
                            .put("name", name)
                            .put("kind", kind)
                            .put("status", status.name())
                            .put("reason", reason.map(Json::of))
                            .put("attempts", attempts)
                            .put("started", time(started))
                            .put("ended", time(ended))
                            .put("provisioning", provisioning.map(Provisioning::toJson))
                            .put("outputs", outputs)
                            .put("error", error.map(ArmError::toJson));
            return inner.isEmpty()
                    ? json.build()
                    : json.put("steps", list(inner, StepLine::toJson)).build();
        }
    }

    /**
     * A rollback step.
     *
     * @param step whose work it undoes
     * @param attempt which attempt of it
     * @param verdict empty while it runs
     * @param reason why it was skipped or could not finish
     * @param transaction the report of the undone transaction: its steps, residue and what was left
     *     alone; empty if it was never opened
     */
    public record RollbackLine(
            String step,
            int attempt,
            Optional<Verdict> verdict,
            Optional<String> reason,
            Optional<Instant> started,
            Optional<Instant> ended,
            Optional<Report> transaction) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("step", step)
                    .put("attempt", attempt)
                    .put("verdict", verdict.map(Verdict::name).map(Json::of))
                    .put("reason", reason.map(Json::of))
                    .put("started", time(started))
                    .put("ended", time(ended))
                    .put("transaction", transaction.map(Report::toJson))
                    .build();
        }
    }

    /** What a person is asked now, see {@link RunEvent.ApprovalAsked}. */
    public record Question(String subject, String message, Optional<Instant> deadline) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("subject", subject)
                    .put("message", message)
                    .put("deadline", time(deadline))
                    .build();
        }
    }

    /** The report as the last line of {@code --output json}. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("type", "runReport")
                .put("formatVersion", FORMAT_VERSION)
                .put("run", run.map(Json::of))
                .put("workflow", workflow)
                .put("opened", time(opened))
                .put("ended", time(ended))
                .put("verdict", verdict.map(RunVerdict::name).map(Json::of))
                .put("inputs", inputs)
                .put("phases", list(phases, RunReport::phase))
                .put("rollbacks", list(rollbacks, RollbackLine::toJson))
                .put("waiting", list(waiting, Question::toJson))
                .put("cause", cause.map(ArmError::toJson))
                .put("notes", list(notes, Json::of))
                .build();
    }

    private static JsonObject phase(PhaseLine phase) {
        return JsonObject.builder()
                .put("name", phase.name())
                .put("status", phase.status().name())
                .put("reason", phase.reason().map(Json::of))
                .put("started", time(phase.started()))
                .put("ended", time(phase.ended()))
                .put("steps", list(phase.steps(), StepLine::toJson))
                .build();
    }

    private static Optional<Json> time(Optional<Instant> instant) {
        return instant.map(Instant::toString).map(Json::of);
    }

    private static <T> JsonArray list(List<T> items, Function<T, ? extends Json> form) {
        return new JsonArray(items.stream().<Json>map(form).toList());
    }
}
