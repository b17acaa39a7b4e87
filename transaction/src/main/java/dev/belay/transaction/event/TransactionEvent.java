package dev.belay.transaction.event;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a view shows of a transaction while it runs. No event holds a secret. */
public sealed interface TransactionEvent {

    /** The transaction has its id and its lease. */
    record Opened(String transaction, String deployment, Scope scope) implements TransactionEvent {}

    /** The state of this many resources is being read. */
    record Capturing(int resources) implements TransactionEvent {}

    /** The snapshot is kept. */
    record Captured(int present, int absent) implements TransactionEvent {}

    /** The deployment was accepted by ARM. */
    record Submitted(String deployment) implements TransactionEvent {}

    /**
     * An operation of the deployment is new or changed.
     *
     * @param operation {@code Create}, {@code Read} …
     * @param state {@code Running}, {@code Succeeded}, {@code Failed} …
     */
    record Progress(ResourceId target, String operation, String state, Optional<ArmError> error)
            implements TransactionEvent {}

    /** The deployment is terminal. */
    record DeploymentEnded(String state, Optional<ArmError> error) implements TransactionEvent {}

    /** The deployment is being cancelled. */
    record Cancelling(String by) implements TransactionEvent {}

    /** Nothing can be done before something else ends. */
    record Waiting(String reason, Duration duration) implements TransactionEvent {}

    /** What the undo is going to do, in order. */
    record Planned(List<RollbackStep> steps) implements TransactionEvent {
        public Planned {
            steps = List.copyOf(steps);
        }
    }

    /** A step acts now. */
    record StepStarted(int step, RollbackStep act) implements TransactionEvent {}

    /** A step ended. */
    record StepEnded(int step, RollbackStep act, StepStatus status, Optional<ArmError> error)
            implements TransactionEvent {}

    /** Everything is being read again, to prove the undo. */
    record Verifying(int resources) implements TransactionEvent {}

    /** A sentence for people. */
    record Note(String text) implements TransactionEvent {}

    /** One line of {@code --output json}. */
    default JsonObject toJson() {
        return switch (this) {
            case Opened(var id, var deployment, var scope) ->
                    type("opened")
                            .put("transaction", id)
                            .put("deployment", deployment)
                            .put("scope", scope.path())
                            .build();
            case Capturing(var resources) -> type("capturing").put("resources", resources).build();
            case Captured(var present, var absent) ->
                    type("captured").put("present", present).put("absent", absent).build();
            case Submitted(var deployment) ->
                    type("submitted").put("deployment", deployment).build();
            case Progress(var target, var operation, var state, var error) ->
                    type("progress")
                            .put("target", target.path())
                            .put("operation", operation)
                            .put("state", state)
                            .put("error", error.map(ArmError::toJson))
                            .build();
            case DeploymentEnded(var state, var error) ->
                    type("deploymentEnded")
                            .put("state", state)
                            .put("error", error.map(ArmError::toJson))
                            .build();
            case Cancelling(var by) -> type("cancelling").put("by", by).build();
            case Waiting(var reason, var duration) ->
                    type("waiting")
                            .put("reason", reason)
                            .put("duration", duration.toString())
                            .build();
            case Planned(var steps) -> type("planned").put("steps", texts(steps)).build();
            case StepStarted(var step, var act) ->
                    type("stepStarted").put("step", step).put("act", act.toJson()).build();
            case StepEnded(var step, var act, var status, var error) ->
                    type("stepEnded")
                            .put("step", step)
                            .put("act", act.toJson())
                            .put("status", status.name())
                            .put("error", error.map(ArmError::toJson))
                            .build();
            case Verifying(var resources) -> type("verifying").put("resources", resources).build();
            case Note(var text) -> type("note").put("text", text).build();
        };
    }

    private static JsonObject.Builder type(String name) {
        return JsonObject.builder().put("type", name);
    }

    private static JsonArray texts(List<RollbackStep> steps) {
        return new JsonArray(steps.stream().<Json>map(RollbackStep::toJson).toList());
    }
}
