package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.transaction.change.Differences;
import dev.belay.transaction.change.Reason;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.change.SnapshotDiff;
import dev.belay.transaction.change.TypeKnowledge;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what undoes each change, and in which order. */
public final class RollbackPlanner {

    private final Digest snapshot;
    private final TypeKnowledge knowledge;

    private RollbackPlanner(Digest snapshot, TypeKnowledge knowledge) {
        this.snapshot = snapshot;
        this.knowledge = knowledge;
    }

    /**
     * Plans.
     *
     * @param snapshot the blob to which the steps refer
     * @param apart created groups that cannot be deleted as one: what the deployment created in
     *     them is deleted one by one
     */
    public static RollbackPlan plan(
            Differences differences,
            Digest snapshot,
            TypeKnowledge knowledge,
            Set<ResourceId> apart) {
        var planner = new RollbackPlanner(snapshot, knowledge);
        var groups = CreatedGroups.of(differences.changes(), apart);
        var acting = new ArrayList<Waves.Node>();
        var left = new ArrayList<RollbackPlan.Planned>();
        for (ResourceChange change : differences.changes()) {
            Optional<RollbackStep> step =
                    groups.takes(change) ? Optional.empty() : planner.undo(change);
            if (step.isEmpty()) {
                continue;
            }
            if (step.get() instanceof RollbackStep.LeaveAlone leave) {
                left.add(new RollbackPlan.Planned(1, leave));
            } else {
                acting.add(planner.node(change, step.get(), groups));
            }
        }
        List<RollbackPlan.Planned> steps = new ArrayList<>(Waves.order(acting));
        steps.addAll(left);
        return new RollbackPlan(steps, differences.findings());
    }

    private Optional<RollbackStep> undo(ResourceChange change) {
        return switch (change) {
            case ResourceChange.Created created -> Optional.of(delete(created));
            case ResourceChange.Appeared _ -> Optional.empty();
            case ResourceChange.Modified(var before, _, var paths) ->
                    Optional.of(
                            isSetting(before.id())
                                    ? new RollbackStep.ResetSetting(snapshot, before.id(), paths)
                                    : new RollbackStep.RestoreModified(
                                            snapshot, before.id(), paths));
            case ResourceChange.Deleted(var before) ->
                    Optional.of(new RollbackStep.RecreateDeleted(snapshot, before.id()));
        };
    }

    private RollbackStep delete(ResourceChange.Created created) {
        ResourceId id = created.id();
        if (isSetting(id)) {
            return new RollbackStep.LeaveAlone(id, List.of(), Reason.UNDELETABLE);
        }
        return created.changedSince()
                ? new RollbackStep.LeaveAlone(id, List.of(), Reason.CHANGED_SINCE)
                : new RollbackStep.DeleteCreated(id);
    }

    private boolean isSetting(ResourceId id) {
        return knowledge.automatic(id) || knowledge.undeletable(id);
    }

    private Waves.Node node(ResourceChange change, RollbackStep step, CreatedGroups groups) {
        return switch (change) {
            case ResourceChange.Created(var now, _) ->
                    new Waves.Node(step, References.in(none()), references(now, groups));
            case ResourceChange.Appeared(var now) ->
                    new Waves.Node(step, References.in(none()), References.in(now.body()));
            case ResourceChange.Modified(var before, var now, _) ->
                    new Waves.Node(
                            step,
                            References.in(SnapshotDiff.writable(knowledge, before)),
                            References.in(SnapshotDiff.writable(knowledge, now)));
            case ResourceChange.Deleted(var before) ->
                    new Waves.Node(
                            step,
                            References.in(SnapshotDiff.writable(knowledge, before)),
                            References.in(none()));
        };
    }

    /** Those of the resource, and of what is deleted with it. */
    private Set<ResourceId> references(SnapshotEntry.Present created, CreatedGroups groups) {
        Set<ResourceId> all = new LinkedHashSet<>();
        all.addAll(References.in(SnapshotDiff.writable(knowledge, created)));
        groups.inside(created.id())
                .forEach(
                        inner ->
                                all.addAll(References.in(SnapshotDiff.writable(knowledge, inner))));
        return all;
    }

    private static JsonObject none() {
        return JsonObject.builder().build();
    }
}
