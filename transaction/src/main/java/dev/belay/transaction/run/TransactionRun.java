package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.client.call.Deployments;
import dev.belay.client.call.Read;
import dev.belay.transaction.journal.JournalEntry;
import dev.belay.transaction.journal.NextAct;
import dev.belay.transaction.snapshot.Snapshot;

import java.util.Optional;

/** The loop: state, next act, entry. The same for a run and for one that takes it up later. */
final class TransactionRun {

    /** The tag by which a deployment of ours is recognised; its value is the transaction's id. */
    static final String TAG = "belay-transaction";

    private final Session session;

    TransactionRun(Session session) {
        this.session = session;
    }

    /**
     * Runs to a halt.
     *
     * @return empty if it came to one; else why the undo could not finish
     */
    Optional<ArmError> toHalt() {
        while (true) {
            session.checkpoint();
            Optional<ArmError> stuck =
                    switch (NextAct.of(session.state())) {
                        case HALT -> {
                            session.lease().release();
                            yield Optional.of(HALTED);
                        }
                        case END_UNTOUCHED -> untouched("Interrupted before it was sent.");
                        case RESOLVE -> resolve();
                        case FOLLOW ->
                                new Follower(session).follow()
                                        ? Optional.empty()
                                        : Optional.of(
                                                ArmError.of(
                                                        "Timeout",
                                                        "The deployment did not end in time."));
                        case CAPTURE_AFTER -> captureAfter();
                        case COMMIT -> entry(new JournalEntry.Committed(session.now()));
                        case KEEP -> entry(new JournalEntry.Kept(session.now()));
                        case HOLD -> entry(new JournalEntry.Held(session.now()));
                        case ROLL_BACK -> new Undo(session).run();
                    };
            if (stuck.isPresent()) {
                return stuck.filter(error -> !error.equals(HALTED));
            }
        }
    }

    private static final ArmError HALTED = ArmError.of("Halted", "");

    private Optional<ArmError> entry(JournalEntry entry) {
        session.entry(entry);
        return Optional.empty();
    }

    private Optional<ArmError> untouched(String reason) {
        return entry(new JournalEntry.Untouched(session.now(), reason));
    }

    private Optional<ArmError> captureAfter() {
        Optional<Snapshot> after = new Quiet(session, session.journal().before()).capture();
        if (after.isEmpty()) {
            return Optional.of(ArmError.of("Timeout", "ARM did not come to rest in time."));
        }
        return entry(
                new JournalEntry.AfterTaken(
                        session.now(), session.journal().keep(after.get().toText())));
    }

    /**
     * Whether ARM has the deployment: found with our tag, it is ours; not found twice, one request
     * timeout apart, it never came to be, and what differs is told by what was sent alone.
     */
    private Optional<ArmError> resolve() {
        ResourceId deployment = session.state().submitted().orElseThrow().deployment();
        var deployments = new Deployments(session.client());
        int missing = 0;
        int unknown = 0;
        while (missing < 2 && unknown < 10) {
            Read read = deployments.get(deployment);
            switch (read) {
                case Read.Found found when ours(found) -> {
                    return entry(new JournalEntry.DeploymentAccepted(session.now(), 200));
                }
                case Read.Found _, Read.Missing _ -> missing++;
                case Read.Refused _, Read.NoAnswer _ -> unknown++;
            }
            if (missing < 2) {
                session.pause(session.outside().requestTimeout());
            }
        }
        return missing < 2
                ? Optional.of(
                        ArmError.of(
                                "UnknownOutcome",
                                "Whether ARM has the deployment could not be found out."))
                : captureAfter();
    }

    private boolean ours(Read.Found found) {
        return isOurs(found, session.journal().log().id());
    }

    static boolean isOurs(Read.Found found, String transaction) {
        return found.resource()
                .body()
                .textAt("/tags/" + TAG)
                .filter(transaction::equals)
                .isPresent();
    }
}
