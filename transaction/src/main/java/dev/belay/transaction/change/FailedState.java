package dev.belay.transaction.change;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.util.Set;

/**
 * A resource that a write of ours left {@code Failed} or {@code Canceled}, and that was neither
 * before. No property need differ: still it is not as it was, and only another write mends it
 * (documented: the RPC's asynchronous contract; the state is that of the last write).
 */
public final class FailedState {

    static final JsonPointer PATH = JsonPointer.parse("/properties/provisioningState");

    private static final Set<String> FAILED = Set.of("failed", "canceled");

    private FailedState() {}

    /** Whether the deployment, or a step of its undo, left the resource so. */
    public static boolean ours(
            Evidence evidence, SnapshotEntry.Present before, SnapshotEntry.Present live) {
        boolean written =
                evidence.touch(live.id()).isPresent() || evidence.undone().containsKey(live.id());
        return written && failed(live) && !failed(before);
    }

    private static boolean failed(SnapshotEntry.Present entry) {
        return entry.body()
                .at(PATH)
                .flatMap(Json::asText)
                .map(state -> state.toLowerCase(java.util.Locale.ROOT))
                .filter(FAILED::contains)
                .isPresent();
    }
}
