package dev.belay.transaction.plan;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Steps in an order that works, as far as bodies tell.
 *
 * <p>What is created again comes before what refers to it, and parents before children; what is
 * deleted goes after what referred to it, and children before parents; an update that detaches goes
 * before the delete of what it detached, and one that drops a list item goes after the delete of
 * what used that item. A cycle is cut at its first member: passes do the rest.
 */
final class Waves {

    private Waves() {}

    /**
     * A step with the ids in the writable bodies that it leaves and finds.
     *
     * @param wanted ids that the resource refers to once it is undone
     * @param present ids that it refers to now
     */
    record Node(RollbackStep step, Set<ResourceId> wanted, Set<ResourceId> present) {

        boolean deletes() {
            return step instanceof RollbackStep.DeleteCreated;
        }

        boolean recreates() {
            return step instanceof RollbackStep.RecreateDeleted;
        }

        /** Whether it takes a lock away that holds for the other. */
        private boolean freesFrom(Node other) {
            return deletes() && isLock() && !other.isLock() && locks(other);
        }

        /** Whether it sets a lock again that will hold for the other. */
        private boolean bindsAgain(Node other) {
            return recreates() && isLock() && !other.isLock() && locks(other);
        }

        private boolean isLock() {
            return Ranks.lock(step.id());
        }

        private boolean locks(Node other) {
            return Ranks.locks(step.id(), other.step.id());
        }

        private boolean within(Set<ResourceId> ids) {
            return ids.stream().anyMatch(step.id()::contains);
        }
    }

    static List<RollbackPlan.Planned> order(List<Node> nodes) {
        var ordered = new ArrayList<RollbackPlan.Planned>();
        var left = new ArrayList<>(nodes);
        for (int wave = 1; !left.isEmpty(); wave++) {
            List<Node> free =
                    left.stream()
                            .filter(
                                    node ->
                                            left.stream()
                                                    .noneMatch(earlier -> before(earlier, node)))
                            .toList();
            List<Node> next = free.isEmpty() ? List.of(left.getFirst()) : free;
            for (Node node : next) {
                ordered.add(new RollbackPlan.Planned(wave, node.step()));
            }
            left.removeAll(next);
        }
        return ordered;
    }

    /** Whether the first step has to come before the second. */
    private static boolean before(Node earlier, Node later) {
        if (earlier.step().equals(later.step())) {
            return false;
        }
        if (earlier.freesFrom(later) || later.bindsAgain(earlier)) {
            return true;
        }
        if (later.freesFrom(earlier) || earlier.bindsAgain(later)) {
            return false;
        }
        if (earlier.deletes() && later.deletes()) {
            return later.within(earlier.present())
                    || later.step().id().contains(earlier.step().id())
                    || Ranks.lower(earlier.step().id(), later.step().id());
        }
        if (later.deletes()) {
            return later.within(earlier.present()) && !later.within(earlier.wanted());
        }
        if (earlier.deletes()) {
            return usesDroppedItem(earlier, later);
        }
        return earlier.recreates()
                && (earlier.within(later.wanted())
                        || earlier.step().id().contains(later.step().id())
                        || Ranks.lower(later.step().id(), earlier.step().id()));
    }

    private static boolean usesDroppedItem(Node deleted, Node updated) {
        ResourceId owner = updated.step().id();
        return deleted.present().stream()
                .filter(id -> owner.contains(id) && !owner.equals(id))
                .anyMatch(id -> updated.step().paths().stream().anyMatch(path -> names(path, id)));
    }

    /** Whether the path ends at the list item of this name. */
    private static boolean names(JsonPointer path, ResourceId id) {
        String item = "[name=" + id.name().toLowerCase(Locale.ROOT) + "]";
        return !path.segments().isEmpty() && path.segments().getLast().equals(item);
    }
}
