package dev.belay.workflow.journal;

import dev.belay.arm.ArmError;
import dev.belay.json.JsonObject;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.event.PhaseStatus;
import dev.belay.workflow.event.Provisioning;
import dev.belay.workflow.event.RunVerdict;
import dev.belay.workflow.event.StepStatus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a workflow run's log. An entry is durable before the act that it announces; the
 * state of a run is the fold over its entries and nothing else. No entry holds a secret.
 */
public sealed interface RunEntry {

    /** When the entry was made, UTC, by the clock of {@code Outside}. */
    Instant at();

    /**
     * The run began.
     *
     * @param file the workflow file, as it was named
     * @param folder the file's folder, absolute: what it names lies there
     * @param name the workflow's name
     * @param definition the blob of the file's text and of those that it uses
     * @param inputs those that are no secret, by name
     * @param secretInputs the names of those that are
     * @param origin where ARM is, as of transactions
     * @param tenant whose lease book the run's lease stands in
     * @param subscription of scopes that name none
     * @param owner who, on which host, in which process, for people
     */
    record RunOpened(
            Instant at,
            String file,
            String folder,
            String name,
            Digest definition,
            JsonObject inputs,
            List<String> secretInputs,
            String origin,
            String tenant,
            Optional<String> subscription,
            String owner)
            implements RunEntry {
        public RunOpened {
            secretInputs = List.copyOf(secretInputs);
        }
    }

    /** Another process goes on; undo that could not finish is tried again. */
    record RunResumed(Instant at, String owner) implements RunEntry {}

    record PhaseStarted(Instant at, String phase) implements RunEntry {}

    /** A phase ended, or its condition does not hold. */
    record PhaseEnded(Instant at, String phase, PhaseStatus status, Optional<String> reason)
            implements RunEntry {}

    /** A step's condition does not hold. */
    record StepSkipped(Instant at, String step, String reason) implements RunEntry {}

    /**
     * An attempt of a step is about to act.
     *
     * @param attempt from 1
     * @param provisioning what it is about to deploy; empty where it provisions nothing
     */
    record StepStarted(Instant at, String step, int attempt, Optional<Provisioning> provisioning)
            implements RunEntry {}

    /**
     * An attempt ended.
     *
     * @param outputs by name, those that are no secret
     * @param secretOutputs the names of those that are
     * @param log the blob of what it printed and did
     */
    record StepEnded(
            Instant at,
            String step,
            int attempt,
            StepStatus status,
            JsonObject outputs,
            List<String> secretOutputs,
            Optional<ArmError> error,
            Optional<Digest> log)
            implements RunEntry {
        public StepEnded {
            secretOutputs = List.copyOf(secretOutputs);
        }
    }

    /**
     * A person is asked.
     *
     * @param subject a step's name, or a phase's after a failure in it
     * @param deadline by real time; empty: never
     * @param posted messages of the inbox so far: they answer nothing
     */
    record ApprovalAsked(
            Instant at, String subject, String message, Optional<Instant> deadline, int posted)
            implements RunEntry {}

    record Answered(Instant at, String subject, boolean approved, String by) implements RunEntry {}

    /** The run is cancelled. */
    record CancelRequested(Instant at, String by, boolean keep) implements RunEntry {}

    /** What becomes of everything that was provisioned. */
    record Decided(Instant at, Decision decision, Optional<ArmError> cause) implements RunEntry {}

    /** An attempt is about to be undone. */
    record RollbackStarted(Instant at, String step, int attempt) implements RunEntry {}

    /**
     * The undo of an attempt ended.
     *
     * @param verdict {@code HELD}: it has to wait for another one that could not finish
     */
    record RollbackEnded(
            Instant at,
            String step,
            int attempt,
            Verdict verdict,
            Optional<String> reason,
            Optional<Digest> log)
            implements RunEntry {}

    /** Nothing is left to do. */
    record RunEnded(Instant at, RunVerdict verdict) implements RunEntry {}
}
