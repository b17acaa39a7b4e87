package dev.belay.transaction.journal;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.json.JsonObject;
import dev.belay.transaction.change.Finding;
import dev.belay.transaction.plan.Learned;
import dev.belay.transaction.plan.RollbackStep;
import dev.belay.transaction.plan.StepStatus;
import dev.belay.transaction.snapshot.Digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a transaction's log. An entry is durable before the act that it announces; the state
 * of a transaction is the fold over its entries and nothing else. No entry holds a secret.
 */
public sealed interface JournalEntry {

    /** When the entry was made, UTC, by the clock of {@code Outside}. */
    Instant at();

    /**
     * The transaction began.
     *
     * @param origin where ARM is: the URL, or {@code embedded:} and the identity of the world
     * @param tenant the tenant's id
     * @param subscription the subscription's id; empty above subscriptions
     * @param catalog which facts about types were used
     * @param owner who, on which host, in which process, for people
     * @param run the workflow run that holds it until the run decides; empty outside of runs
     * @param openOutputs the names of the outputs that hold nothing secret
     */
    record Opened(
            Instant at,
            String origin,
            String tenant,
            Optional<String> subscription,
            String catalog,
            RecordedRequest request,
            String owner,
            Optional<String> run,
            List<String> openOutputs)
            implements JournalEntry {
        public Opened {
            openOutputs = List.copyOf(openOutputs);
        }
    }

    /**
     * The state before the deployment is kept.
     *
     * @param snapshot the blob of the snapshot
     * @param sent the blob of what is sent, secrets and values of later as marks
     * @param export the blob of the exported template; only for the strategy {@code complete}
     */
    record SnapshotTaken(Instant at, Digest snapshot, Digest sent, Optional<Digest> export)
            implements JournalEntry {
        public SnapshotTaken(Instant at, Digest snapshot, Digest sent) {
            this(at, snapshot, sent, Optional.empty());
        }
    }

    /** The deployment is about to be sent. */
    record DeploymentSubmitted(Instant at, ResourceId deployment) implements JournalEntry {}

    /** ARM has taken the deployment, or one of ours was found. */
    record DeploymentAccepted(Instant at, int status) implements JournalEntry {}

    /** Operations that are new or changed since the last such entry. */
    record OperationsSeen(Instant at, List<OperationRecord> operations) implements JournalEntry {
        public OperationsSeen {
            operations = List.copyOf(operations);
        }
    }

    /**
     * The deployment is terminal.
     *
     * @param state {@code Succeeded}, {@code Failed}, {@code Canceled}
     * @param outputs name to {@code {type, value}}, secure ones without value
     */
    record DeploymentEnded(Instant at, String state, Optional<ArmError> error, JsonObject outputs)
            implements JournalEntry {}

    /** The state right after the deployment is kept, taken when ARM was quiet. */
    record AfterTaken(Instant at, Digest after) implements JournalEntry {}

    /** Somebody wants the deployment cancelled and undone, whatever its outcome. */
    record CancelRequested(Instant at, String by) implements JournalEntry {}

    /**
     * Somebody wants it undone.
     *
     * @param acceptDeletions whether this request, not the deployment's, accepts deletions
     * @param strategy how; empty: as was asked for with the deployment
     */
    record RollbackRequested(
            Instant at,
            String by,
            boolean acceptDeletions,
            Optional<RecordedRequest.Strategy> strategy)
            implements JournalEntry {
        public RollbackRequested(Instant at, String by, boolean acceptDeletions) {
            this(at, by, acceptDeletions, Optional.empty());
        }
    }

    /** What is to be done; may come again, with steps that count on. */
    record RollbackPlanned(Instant at, Digest plan) implements JournalEntry {}

    /** A step is about to act. */
    record StepStarted(Instant at, int step, RollbackStep act) implements JournalEntry {}

    /**
     * A step ended.
     *
     * @param digest of what stands there now, as compared; empty if nothing or unknown
     */
    record StepEnded(
            Instant at,
            int step,
            StepStatus status,
            Optional<Digest> digest,
            Optional<ArmError> error,
            List<Learned> learned)
            implements JournalEntry {
        public StepEnded {
            learned = List.copyOf(learned);
        }
    }

    /**
     * Undone and proven.
     *
     * @param capture the blob of the last capture
     */
    record RolledBack(Instant at, Digest capture, Proof proof, List<Finding> leftAlone)
            implements JournalEntry {
        public RolledBack {
            leftAlone = List.copyOf(leftAlone);
        }
    }

    /** Undone but for what is named. */
    record RolledBackExcept(
            Instant at,
            Digest capture,
            Proof proof,
            List<Finding> differences,
            List<Finding> leftAlone)
            implements JournalEntry {
        public RolledBackExcept {
            differences = List.copyOf(differences);
            leftAlone = List.copyOf(leftAlone);
        }
    }

    /** Succeeded and kept. */
    record Committed(Instant at) implements JournalEntry {}

    /** Failed and kept because a person asked for it. */
    record Kept(Instant at) implements JournalEntry {}

    /** Ended inside a workflow run, which decides later. */
    record Held(Instant at) implements JournalEntry {}

    /** We, ARM, a policy or a lease said no; nothing was touched. */
    record Refused(Instant at, ArmError error) implements JournalEntry {}

    /** Interrupted before anything was accepted. */
    record Untouched(Instant at, String reason) implements JournalEntry {}
}
