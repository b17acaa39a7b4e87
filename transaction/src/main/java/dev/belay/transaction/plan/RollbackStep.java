package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.change.Reason;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Fields;

import java.util.List;

/**
 * One act that undoes one change. A step never holds a body: it names the snapshot and the id, and
 * the body is computed from them and from what a fresh GET shows.
 */
public sealed interface RollbackStep {

    ResourceId id();

    /** The places that it restores, an item of a keyed list named by its key. */
    List<JsonPointer> paths();

    /** The name of the act in logs and reports, e.g. {@code RestoreModified}. */
    String kind();

    /** Writes the former values back, in place. */
    record RestoreModified(Digest snapshot, ResourceId id, List<JsonPointer> paths)
            implements RollbackStep {
        public RestoreModified {
            paths = List.copyOf(paths);
        }

        @Override
        public String kind() {
            return "RestoreModified";
        }
    }

    /** Creates again what stood there before and is gone. */
    record RecreateDeleted(Digest snapshot, ResourceId id) implements RollbackStep {
        @Override
        public List<JsonPointer> paths() {
            return List.of();
        }

        @Override
        public String kind() {
            return "RecreateDeleted";
        }
    }

    /** Deletes what the deployment created, under the guard that nothing foreign is inside. */
    record DeleteCreated(ResourceId id) implements RollbackStep {
        @Override
        public List<JsonPointer> paths() {
            return List.of();
        }

        @Override
        public String kind() {
            return "DeleteCreated";
        }
    }

    /** Sets an automatic or undeletable resource to what it was. */
    record ResetSetting(Digest snapshot, ResourceId id, List<JsonPointer> paths)
            implements RollbackStep {
        public ResetSetting {
            paths = List.copyOf(paths);
        }

        @Override
        public String kind() {
            return "ResetSetting";
        }
    }

    /**
     * Deploys the template that was exported before, in mode Complete: the strategy {@code
     * complete}.
     *
     * @param export the blob of the template
     * @param id the deployment
     */
    record RedeployExport(Digest export, ResourceId id) implements RollbackStep {
        @Override
        public List<JsonPointer> paths() {
            return List.of();
        }

        @Override
        public String kind() {
            return "RedeployExport";
        }
    }

    /** Does nothing, and says why. */
    record LeaveAlone(ResourceId id, List<JsonPointer> paths, Reason reason)
            implements RollbackStep {
        public LeaveAlone {
            paths = List.copyOf(paths);
        }

        @Override
        public String kind() {
            return "LeaveAlone";
        }
    }

    default JsonObject toJson() {
        var json = JsonObject.builder().put("kind", kind()).put("id", id().path());
        return switch (this) {
            case RestoreModified(var snapshot, _, var paths) ->
                    json.put("snapshot", snapshot.text())
                            .put("paths", Fields.ofPointers(paths))
                            .build();
            case ResetSetting(var snapshot, _, var paths) ->
                    json.put("snapshot", snapshot.text())
                            .put("paths", Fields.ofPointers(paths))
                            .build();
            case RecreateDeleted(var snapshot, _) -> json.put("snapshot", snapshot.text()).build();
            case DeleteCreated _ -> json.build();
            case RedeployExport(var export, _) -> json.put("export", export.text()).build();
            case LeaveAlone(_, var paths, var reason) ->
                    json.put("paths", Fields.ofPointers(paths))
                            .put("reason", reason.name())
                            .build();
        };
    }

    /**
     * Reads a stored step.
     *
     * @throws IllegalStateException if the stored text is corrupt
     */
    static RollbackStep of(Json json) {
        Fields fields = Fields.of(json);
        ResourceId id = fields.id("id");
        return switch (fields.text("kind")) {
            case "RestoreModified" ->
                    new RestoreModified(fields.digest("snapshot"), id, fields.pointers("paths"));
            case "ResetSetting" ->
                    new ResetSetting(fields.digest("snapshot"), id, fields.pointers("paths"));
            case "RecreateDeleted" -> new RecreateDeleted(fields.digest("snapshot"), id);
            case "DeleteCreated" -> new DeleteCreated(id);
            case "RedeployExport" -> new RedeployExport(fields.digest("export"), id);
            case "LeaveAlone" ->
                    new LeaveAlone(
                            id, fields.pointers("paths"), Reason.valueOf(fields.text("reason")));
            default ->
                    throw new IllegalStateException(
                            "No kind of step: '" + fields.text("kind") + "'.");
        };
    }
}
