package dev.belay.transaction.event;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.journal.Proof;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Fields;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The end of a command on a transaction. It holds no secret.
 *
 * @param transaction the transaction's id; empty if none was opened
 * @param deployment the deployment's name
 * @param proof what was compared and proven absent after an undo
 * @param saved what the snapshot holds, parents before children
 * @param failure the innermost failed operation, or why it was refused
 * @param steps every step of every plan of the undo, in order
 * @param residue what our deployment left different
 * @param leftAlone what others changed and Belay did not touch
 * @param outputs the deployment's outputs, name to {@code {type, value}}
 * @param notes further sentences for people: what to do next, what could not be told apart
 */
public record Report(
        Optional<String> transaction,
        String deployment,
        Scope scope,
        Verdict verdict,
        Proof proof,
        List<Saved> saved,
        Optional<Failure> failure,
        List<Step> steps,
        List<Finding> residue,
        List<Finding> leftAlone,
        JsonObject outputs,
        List<String> notes) {

    public static final int FORMAT_VERSION = 1;

    public Report {
        requireNonNull(transaction);
        requireNonNull(deployment);
        requireNonNull(scope);
        requireNonNull(verdict);
        requireNonNull(proof);
        requireNonNull(failure);
        requireNonNull(outputs);
        saved = List.copyOf(saved);
        steps = List.copyOf(steps);
        residue = List.copyOf(residue);
        leftAlone = List.copyOf(leftAlone);
        notes = List.copyOf(notes);
    }

    /**
     * One resource of the snapshot.
     *
     * @param apiVersion with which it was read
     * @param present whether it was there before
     */
    public record Saved(ResourceId id, String apiVersion, boolean present) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("id", id.path())
                    .put("apiVersion", apiVersion)
                    .put("state", present ? "present" : "absent")
                    .build();
        }
    }

    /**
     * Why the deployment failed or was refused.
     *
     * @param target the resource, where the error is about one
     * @param status the name of the HTTP status or the provisioning state; empty if there was none
     */
    public record Failure(ArmError error, Optional<ResourceId> target, Optional<String> status) {

        JsonObject toJson() {
            var json =
                    JsonObject.builder().put("code", error.code()).put("message", error.message());
            target.map(ResourceId::path)
                    .or(error::target)
                    .ifPresent(text -> json.put("target", text));
            status.ifPresent(text -> json.put("status", text));
            return json.put("details", list(error.details(), ArmError::toJson)).build();
        }
    }

    /**
     * One step of the undo.
     *
     * @param step its number, counted through all plans of the transaction
     * @param kind e.g. {@code RestoreModified}
     * @param status empty while it has not ended
     */
    public record Step(
            int step,
            String kind,
            ResourceId id,
            List<JsonPointer> paths,
            Optional<StepStatus> status,
            Optional<ArmError> error) {

        public Step {
            paths = List.copyOf(paths);
        }

        JsonObject toJson() {
            var json =
                    JsonObject.builder()
                            .put("step", step)
                            .put("kind", kind)
                            .put("id", id.path())
                            .put("paths", Fields.ofPointers(paths))
                            .put("status", status.map(StepStatus::name).orElse("STARTED"));
            error.ifPresent(e -> json.put("error", e.toJson()));
            return json.build();
        }
    }

    /** The report as the last line of {@code --output json}. */
    public JsonObject toJson() {
        var json = JsonObject.builder().put("type", "report").put("formatVersion", FORMAT_VERSION);
        transaction.ifPresent(id -> json.put("transaction", id));
        json.put("deployment", deployment)
                .put("scope", scope.path())
                .put("verdict", verdict.name())
                .put("comparedProperties", proof.comparedProperties())
                .put("provenAbsent", proof.provenAbsent())
                .put("incomparable", proof.incomparable())
                .put("saved", list(saved, Saved::toJson));
        failure.ifPresent(f -> json.put("failure", f.toJson()));
        return json.put("steps", list(steps, Step::toJson))
                .put("residue", list(residue, Finding::toJson))
                .put("leftAlone", list(leftAlone, Finding::toJson))
                .put("outputs", outputs)
                .put("notes", list(notes, Json::of))
                .build();
    }

    private static <T> JsonArray list(List<T> items, Function<T, ? extends Json> form) {
        return new JsonArray(items.stream().<Json>map(form).toList());
    }
}
