package dev.belay.transaction.event;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ResourceId;
import dev.belay.json.Json;
import dev.belay.transaction.change.Delta;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows of a transaction. It holds no secret.
 *
 * @param opened when it began, by ARM's clock
 * @param last when the newest entry of its log was made
 * @param owner who began it, on which host, in which process
 * @param mode {@code Incremental} or {@code Complete}
 * @param strategy how it is undone: {@code surgical} or {@code complete}
 * @param saved what the snapshot holds, parents before children
 * @param takenAt when the snapshot was taken; empty if it was not reached
 * @param deltas what differed from the snapshot right after the deployment; empty if that was not
 *     looked at
 */
public record TransactionDetails(
        Report report,
        Instant opened,
        Instant last,
        String owner,
        String mode,
        String strategy,
        List<SavedBody> saved,
        Optional<Instant> takenAt,
        Optional<List<Delta>> deltas) {

    public TransactionDetails {
        requireNonNull(report);
        requireNonNull(opened);
        requireNonNull(last);
        requireNonNull(owner);
        requireNonNull(mode);
        requireNonNull(strategy);
        saved = List.copyOf(saved);
        requireNonNull(takenAt);
        deltas = deltas.map(List::copyOf);
    }

    /**
     * One resource of the snapshot.
     *
     * @param state {@code present}, {@code absent} or {@code unreadable}
     * @param body as ARM showed it, secrets masked; empty if it was not there
     */
    public record SavedBody(ResourceId id, String apiVersion, String state, Optional<Json> body) {}
}
