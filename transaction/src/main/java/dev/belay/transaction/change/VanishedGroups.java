package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.List;

/** Resource groups that were there before and are gone. They are not created again. */
record VanishedGroups(Snapshot before, Snapshot now) {

    /** Whether the resource lay in one. */
    boolean held(ResourceId id) {
        return id.scope() instanceof Scope.ResourceGroup group
                && !before.absent(ResourceId.of(group))
                && now.absent(ResourceId.of(group));
    }

    /**
     * The group that a deployment was sent to is no target of it: it is looked at only when nothing
     * is left in it, and named only if it is gone.
     *
     * @param findings those so far
     */
    List<Finding> roots(List<Finding> findings) {
        return now.entries().values().stream()
                .filter(SnapshotEntry.Absent.class::isInstance)
                .map(SnapshotEntry::id)
                .filter(id -> before.find(id).isEmpty())
                .map(id -> root(id, findings))
                .toList();
    }

    private static Finding root(ResourceId group, List<Finding> findings) {
        boolean lost =
                findings.stream()
                        .anyMatch(
                                each ->
                                        each.reason() == Reason.GROUP_VANISHED
                                                && each.id()
                                                        .folded()
                                                        .startsWith(group.folded() + "/"));
        return new Finding(
                group,
                List.of(),
                lost ? Reason.GROUP_VANISHED : Reason.CHANGED_BY_OTHERS,
                "The resource group that the deployment was sent to is gone; who deleted it cannot"
                        + " be told. It is not created again, and nothing can be restored in it:"
                        + " 'belay show' with '--saved' tells what was there.");
    }
}
