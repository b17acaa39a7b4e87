package dev.belay.transaction.run;

import dev.belay.arm.ResourceId;
import dev.belay.client.polling.ProvisioningState;
import dev.belay.transaction.event.TransactionEvent;
import dev.belay.transaction.journal.OperationRecord;
import dev.belay.transaction.snapshot.Snapshot;
import dev.belay.transaction.snapshot.SnapshotEntry;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waits until nobody works on what the transaction can touch, then captures it. A root deployment
 * that is terminal proves nothing: providers may still work.
 */
final class Quiet {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** How long an operation that never ended is waited for while its target does not exist. */
    private static final Duration FOR_ABSENT = Duration.ofMinutes(10);

    private final Session session;
    private final Snapshot before;

    Quiet(Session session, Snapshot before) {
        this.session = session;
        this.before = before;
    }

    /** The state once ARM is quiet; empty if it did not become so in time. */
    Optional<Snapshot> capture() {
        Instant start = session.now();
        while (true) {
            if (session.state().accepted()) {
                new Follower(session).seeOperations();
            }
            Snapshot now = session.reader().again(before);
            List<ResourceId> working = working(now, start);
            if (working.isEmpty()) {
                return Optional.of(now);
            }
            if (session.now().isAfter(start.plus(session.timeout()))) {
                return Optional.empty();
            }
            session.tell(
                    new TransactionEvent.Waiting(
                            "'" + working.getFirst() + "' is still being worked on.", BETWEEN));
            session.pause(BETWEEN);
        }
    }

    private List<ResourceId> working(Snapshot now, Instant start) {
        Set<ResourceId> working = new LinkedHashSet<>();
        now.entries().values().stream()
                .filter(
                        entry ->
                                entry instanceof SnapshotEntry.Present live
                                        && ProvisioningState.working(live.body()))
                .map(SnapshotEntry::id)
                .forEach(working::add);
        if (session.now().isBefore(start.plus(FOR_ABSENT))) {
            session.state().operations().values().stream()
                    .filter(operation -> operation.creates() && !operation.ended())
                    .map(OperationRecord::target)
                    .flatMap(Optional::stream)
                    .filter(now::absent)
                    .forEach(working::add);
        }
        return List.copyOf(working);
    }
}
