package dev.belay.workflow.event;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.event.Verdict;

import java.time.Instant;
import java.util.Optional;

/**
 * What a view shows of a workflow run while it runs. No event holds a secret. Events of parallel
 * steps come between each other; those of one step come in order.
 */
public sealed interface RunEvent {

    /** The run has its id and its log. */
    record Opened(String run, String workflow) implements RunEvent {}

    /** Another process goes on with it. */
    record Resumed(String run, String workflow) implements RunEvent {}

    record PhaseStarted(String phase) implements RunEvent {}

    /**
     * @param reason why, where that is not plain
     */
    record PhaseEnded(String phase, PhaseStatus status, Optional<String> reason)
            implements RunEvent {}

    /**
     * An attempt of a step begins.
     *
     * @param kind {@code arm}, {@code blueprint}, {@code shell}, {@code http}, {@code approval},
     *     {@code wait}, {@code parallel}
     * @param attempt from 1
     * @param provisioning empty where the step provisions nothing
     */
    record StepStarted(String step, String kind, int attempt, Optional<Provisioning> provisioning)
            implements RunEvent {}

    /** Something happened in the step's transaction. */
    record StepProgress(String step, TransactionEvent event) implements RunEvent {}

    /** A line that the step printed, or a sentence about it. */
    record StepOutput(String step, String line) implements RunEvent {}

    /** An attempt ended. */
    record StepEnded(String step, int attempt, StepStatus status, Optional<ArmError> error)
            implements RunEvent {}

    record StepSkipped(String step, String reason) implements RunEvent {}

    /**
     * A person is asked.
     *
     * @param subject the step's name, or the phase's after a failure
     * @param deadline after which it counts as rejected, by real time; empty: never
     */
    record ApprovalAsked(String subject, String message, Optional<Instant> deadline)
            implements RunEvent {}

    record Answered(String subject, boolean approved, String by) implements RunEvent {}

    /**
     * The run is cancelled: no further step begins.
     *
     * @param keep whether what was provisioned stays
     */
    record Cancelling(String by, boolean keep) implements RunEvent {}

    /** A rollback step, which the run made by itself, begins. */
    record RollbackStarted(String step, int attempt, String transaction) implements RunEvent {}

    /** Something happened in the undo. */
    record RollbackProgress(String step, TransactionEvent event) implements RunEvent {}

    /**
     * A rollback step ended.
     *
     * @param verdict {@code RESTORED}, {@code RESTORED_WITH_RESIDUE}, {@code NOT_RESTORED}, {@code
     *     SKIPPED}, or {@code HELD} where it has to wait for another one
     */
    record RollbackEnded(String step, int attempt, Verdict verdict, Optional<String> reason)
            implements RunEvent {}

    /** A sentence for people. */
    record Note(String text) implements RunEvent {}

    /** One line of {@code --output json}. */
    default JsonObject toJson() {
        return switch (this) {
            case Opened(var run, var workflow) ->
                    type("runOpened").put("run", run).put("workflow", workflow).build();
            case Resumed(var run, var workflow) ->
                    type("runResumed").put("run", run).put("workflow", workflow).build();
            case PhaseStarted(var phase) -> type("phaseStarted").put("phase", phase).build();
            case PhaseEnded(var phase, var status, var reason) ->
                    type("phaseEnded")
                            .put("phase", phase)
                            .put("status", status.name())
                            .put("reason", reason.map(Json::of))
                            .build();
            case StepStarted(var step, var kind, var attempt, var provisioning) ->
                    step("stepStarted", step)
                            .put("kind", kind)
                            .put("attempt", attempt)
                            .put("provisioning", provisioning.map(Provisioning::toJson))
                            .build();
            case StepProgress(var step, var event) ->
                    step("stepProgress", step).put("event", event.toJson()).build();
            case StepOutput(var step, var line) ->
                    step("stepOutput", step).put("line", line).build();
            case StepEnded(var step, var attempt, var status, var error) ->
                    step("stepEnded", step)
                            .put("attempt", attempt)
                            .put("status", status.name())
                            .put("error", error.map(ArmError::toJson))
                            .build();
            case StepSkipped(var step, var reason) ->
                    step("stepSkipped", step).put("reason", reason).build();
            case ApprovalAsked _, Answered _, Cancelling _ -> ofPeople();
            case RollbackStarted _, RollbackProgress _, RollbackEnded _ -> ofRollback();
            case Note(var text) -> type("note").put("text", text).build();
        };
    }

    private JsonObject ofPeople() {
        return switch (this) {
            case ApprovalAsked(var subject, var message, var deadline) ->
                    type("approvalAsked")
                            .put("subject", subject)
                            .put("message", message)
                            .put("deadline", deadline.map(Instant::toString).map(Json::of))
                            .build();
            case Answered(var subject, var approved, var by) ->
                    type("answered")
                            .put("subject", subject)
                            .put("approved", approved)
                            .put("by", by)
                            .build();
            case Cancelling(var by, var keep) ->
                    type("runCancelling").put("by", by).put("keep", keep).build();
            case RunEvent other -> throw new IllegalStateException("Not of people: " + other);
        };
    }

    private JsonObject ofRollback() {
        return switch (this) {
            case RollbackStarted(var step, var attempt, var transaction) ->
                    step("rollbackStarted", step)
                            .put("attempt", attempt)
                            .put("transaction", transaction)
                            .build();
            case RollbackProgress(var step, var event) ->
                    step("rollbackProgress", step).put("event", event.toJson()).build();
            case RollbackEnded(var step, var attempt, var verdict, var reason) ->
                    step("rollbackEnded", step)
                            .put("attempt", attempt)
                            .put("verdict", verdict.name())
                            .put("reason", reason.map(Json::of))
                            .build();
            case RunEvent other -> throw new IllegalStateException("Not of a rollback: " + other);
        };
    }

    private static JsonObject.Builder type(String name) {
        return JsonObject.builder().put("type", name);
    }

    private static JsonObject.Builder step(String name, String step) {
        return type(name).put("step", step);
    }
}
