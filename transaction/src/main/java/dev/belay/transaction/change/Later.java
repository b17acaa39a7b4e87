package dev.belay.transaction.change;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What later transactions of the same workflow run did to what an earlier one knows. Without it
 * their changes, and what their undo left, would look like somebody else's.
 *
 * @param after the earlier one's state right after its deployment, where later ones created or
 *     deleted a resource as they left it
 * @param bodies writable bodies that take the place of those in it, where later ones changed places
 *     of a resource
 * @param targets everything that later ones could touch
 */
public record Later(Snapshot after, Map<ResourceId, JsonObject> bodies, Set<ResourceId> targets) {

    public Later {
        requireNonNull(after);
        bodies = Map.copyOf(bodies);
        targets = Set.copyOf(targets);
    }

    /** No later transaction. */
    public static Later none(Snapshot after) {
        return new Later(after, Map.of(), Set.of());
    }

    /**
     * One later transaction.
     *
     * @param before its snapshot
     * @param after the state right after its deployment
     * @param last the capture at the end of its undo; without an undo the same as {@code after}
     */
    public record Transaction(Snapshot before, Snapshot after, Snapshot last) {}

    /**
     * Lays what they did over the state right after the earlier one.
     *
     * @param transactions the newest first, as they are undone
     */
    public static Later of(
            TypeKnowledge knowledge, Snapshot after, List<Transaction> transactions) {
        var laying = new Laying(knowledge, after);
        transactions.forEach(laying::lay);
        return new Later(
                new Snapshot(after.takenAt(), laying.entries, after.listed()),
                laying.bodies,
                laying.targets);
    }

    /** The work of laying one over the other. */
    private static final class Laying {

        private final TypeKnowledge knowledge;
        private final LinkedHashMap<ResourceId, SnapshotEntry> entries;
        private final Map<ResourceId, JsonObject> bodies = new LinkedHashMap<>();
        private final Set<ResourceId> targets = new LinkedHashSet<>();

        Laying(TypeKnowledge knowledge, Snapshot after) {
            this.knowledge = knowledge;
            this.entries = new LinkedHashMap<>(after.entries());
        }

        void lay(Transaction later) {
            targets.addAll(later.before().entries().keySet());
            List.copyOf(entries.keySet()).stream()
                    .filter(id -> later.before().find(id).isPresent())
                    .forEach(id -> lay(id, later));
        }

        private void lay(ResourceId id, Transaction later) {
            Optional<SnapshotEntry.Present> before = later.before().present(id);
            Optional<SnapshotEntry.Present> after = later.after().present(id);
            Optional<SnapshotEntry> last =
                    later.last()
                            .find(id)
                            .filter(entry -> !(entry instanceof SnapshotEntry.Unreadable));
            if (last.isEmpty()) {
                return;
            }
            if (before.isPresent() != after.isPresent()) {
                entries.put(id, last.get());
                bodies.remove(id);
            } else if (before.isPresent() && last.get() instanceof SnapshotEntry.Present left) {
                places(id, before.get(), after.orElseThrow(), left);
            }
        }

        private void places(
                ResourceId id,
                SnapshotEntry.Present before,
                SnapshotEntry.Present after,
                SnapshotEntry.Present left) {
            List<JsonPointer> changed = changed(writable(before), writable(after), id);
            if (changed.isEmpty() || !(entries.get(id) instanceof SnapshotEntry.Present mine)) {
                return;
            }
            JsonObject body = bodies.getOrDefault(id, writable(mine));
            var sides =
                    new ThreeWay.Sides(
                            writable(left), Optional.empty(), Optional.of(writable(left)), body);
            bodies.put(id, ThreeWay.of(knowledge.facts(id), sides, changed).target());
        }

        private List<JsonPointer> changed(JsonObject before, JsonObject after, ResourceId id) {
            var sides = new ThreeWay.Sides(before, Optional.empty(), Optional.of(after), after);
            Merged merged = ThreeWay.of(knowledge.facts(id), sides, List.of());
            var changed = new ArrayList<>(merged.restored());
            changed.addAll(merged.others());
            return changed;
        }

        private JsonObject writable(SnapshotEntry.Present entry) {
            return SnapshotDiff.writable(knowledge, entry);
        }
    }
}
