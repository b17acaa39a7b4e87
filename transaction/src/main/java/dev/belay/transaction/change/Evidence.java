package dev.belay.transaction.change;

import dev.belay.arm.ResourceId;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.transaction.snapshot.Sent;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that tells whose a difference is.
 *
 * @param before the snapshot
 * @param sent what the deployment sent
 * @param later the state right after the deployment, with what later transactions of the same
 *     workflow run did
 * @param touches what the deployment's operations say of resources
 * @param undone what the undo has done so far, the newest step of each resource
 * @param acceptedForSure whether ARM is known to have taken the deployment; if not, only what holds
 *     what was sent is ours
 */
public record Evidence(
        Snapshot before,
        Sent sent,
        Later later,
        Map<ResourceId, Touch> touches,
        Map<ResourceId, UndoWrite> undone,
        boolean acceptedForSure) {

    public Evidence {
        touches = Map.copyOf(touches);
        undone = Map.copyOf(undone);
    }

    /** What an operation of the deployment did to a resource. */
    public enum Touch {
        /** It wrote it with one operation and no more. */
        WRITTEN_ONCE,
        /** It wrote it with one of several operations. */
        WRITTEN,
        /** It failed, was cancelled, or how it ended is not known. */
        ATTEMPTED
    }

    /**
     * A step of the undo that wrote a resource.
     *
     * @param ended the digest of what stood there when the step ended; empty: the step has no end,
     *     or it is not known
     * @param paths the places that the step was to restore; empty: the whole resource
     */
    public record UndoWrite(Optional<Digest> ended, List<JsonPointer> paths) {
        public UndoWrite {
            paths = List.copyOf(paths);
        }
    }

    /** The state right after the deployment. */
    public Snapshot after() {
        return later.after();
    }

    /**
     * Whether the one body that was sent to it, and nothing else that the deployment did to it or
     * inside it, is known to have been taken: then what was sent has stood there.
     */
    public boolean tookWhatWasSent(ResourceId id) {
        return touch(id).filter(Touch.WRITTEN_ONCE::equals).isPresent()
                && touches.keySet().stream()
                        .noneMatch(other -> !other.equals(id) && id.contains(other));
    }

    /**
     * Whether the deployment neither sent anything to it, to what holds it or to what lies in it,
     * nor has an operation on one of these: then others changed it.
     */
    public boolean beside(ResourceId id) {
        return Stream.concat(touches.keySet().stream(), sent.bodies().keySet().stream())
                .noneMatch(other -> other.contains(id) || id.contains(other));
    }

    public Optional<Touch> touch(ResourceId id) {
        return Optional.ofNullable(touches.get(id));
    }
}
