package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.transaction.change.ResourceChange;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resource groups that the deployment created and that are deleted as one, with what it created
 * in them. Locks are not among that: they would forbid the deletion.
 *
 * @param contents what goes with each group
 */
record CreatedGroups(Map<ResourceId, List<SnapshotEntry.Present>> contents) {

    CreatedGroups {
        contents = Map.copyOf(contents);
    }

    /**
     * @param apart groups that cannot be deleted as one
     */
    static CreatedGroups of(List<ResourceChange> changes, Set<ResourceId> apart) {
        Map<ResourceId, List<SnapshotEntry.Present>> found = new LinkedHashMap<>();
        for (ResourceChange change : changes) {
            boolean group =
                    change instanceof ResourceChange.Created(_, var since)
                            && !since
                            && change.id().type().equals(ResourceType.RESOURCE_GROUP);
            if (group && !apart.contains(change.id()) && onlyOurs(change.id(), changes)) {
                found.put(change.id(), inside(change.id(), changes));
            }
        }
        return new CreatedGroups(found);
    }

    private static boolean onlyOurs(ResourceId group, List<ResourceChange> changes) {
        return changes.stream()
                .filter(change -> group.contains(change.id()))
                .allMatch(
                        change -> change instanceof ResourceChange.Created(_, var since) && !since);
    }

    private static List<SnapshotEntry.Present> inside(
            ResourceId group, List<ResourceChange> changes) {
        return changes.stream()
                .filter(change -> group.contains(change.id()) && !group.equals(change.id()))
                .filter(change -> !Ranks.lock(change.id()))
                .filter(ResourceChange.Created.class::isInstance)
                .map(change -> ((ResourceChange.Created) change).now())
                .toList();
    }

    /** Whether the change is undone by deleting its group. */
    boolean takes(ResourceChange change) {
        return contents.values().stream()
                .flatMap(List::stream)
                .anyMatch(inner -> inner.id().equals(change.id()));
    }

    /** What is deleted with the group; nothing if it is none of these. */
    List<SnapshotEntry.Present> inside(ResourceId group) {
        return contents.getOrDefault(group, List.of());
    }
}
