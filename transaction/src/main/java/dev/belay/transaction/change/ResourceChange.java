package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.List;

/** What happened to one resource between two snapshots. */
public sealed interface ResourceChange {

    ResourceId id();

    /**
     * Absent before, created by our deployment: ours to delete.
     *
     * @param changedSince whether somebody changed or replaced it after the deployment
     */
    record Created(SnapshotEntry.Present now, boolean changedSince) implements ResourceChange {
        @Override
        public ResourceId id() {
            return now.id();
        }
    }

    /** Not seen before and not created by our deployment: somebody else's. */
    record Appeared(SnapshotEntry.Present now) implements ResourceChange {
        @Override
        public ResourceId id() {
            return now.id();
        }
    }

    /**
     * There before and now, and some places that our deployment changed still differ.
     *
     * @param paths what is to be restored
     */
    record Modified(
            SnapshotEntry.Present before, SnapshotEntry.Present now, List<JsonPointer> paths)
            implements ResourceChange {
        public Modified {
            paths = List.copyOf(paths);
        }

        @Override
        public ResourceId id() {
            return before.id();
        }
    }

    /** Present before, absent right after the deployment and now. */
    record Deleted(SnapshotEntry.Present before) implements ResourceChange {
        @Override
        public ResourceId id() {
            return before.id();
        }
    }
}
