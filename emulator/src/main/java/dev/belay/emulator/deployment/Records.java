package dev.belay.emulator.deployment;

import dev.belay.arm.ArmError;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.Progress;
import dev.belay.json.JsonObject;

import org.pcollections.PVector;

import java.time.Instant;
import java.util.Optional;

/** A deployment's record with one thing changed. */
final class Records {

    static final String ACCEPTED = "Accepted";
    static final String RUNNING = "Running";
    static final String SUCCEEDED = "Succeeded";
    static final String FAILED = "Failed";
    static final String CANCELED = "Canceled";

    private Records() {}

    static DeploymentRecord with(DeploymentRecord record, Progress progress) {
        return new DeploymentRecord(
                record.id(),
                record.location(),
                record.tags(),
                record.state(),
                record.correlationId(),
                record.sequence(),
                record.startedAt(),
                record.changedAt(),
                record.shown(),
                record.kept(),
                progress,
                record.operations(),
                record.error(),
                record.parent());
    }

    static DeploymentRecord withOperations(
            DeploymentRecord record, PVector<DeploymentRecord.Operation> operations) {
        return new DeploymentRecord(
                record.id(),
                record.location(),
                record.tags(),
                record.state(),
                record.correlationId(),
                record.sequence(),
                record.startedAt(),
                record.changedAt(),
                record.shown(),
                record.kept(),
                record.progress(),
                operations,
                record.error(),
                record.parent());
    }

    static DeploymentRecord in(
            DeploymentRecord record, String state, Instant now, Optional<ArmError> error) {
        return new DeploymentRecord(
                record.id(),
                record.location(),
                record.tags(),
                state,
                record.correlationId(),
                record.sequence(),
                record.startedAt(),
                now,
                record.shown(),
                record.kept(),
                record.progress(),
                record.operations(),
                error,
                record.parent());
    }

    /** The same under another name. */
    static DeploymentRecord named(DeploymentRecord record, String name) {
        return new DeploymentRecord(
                Deployments.id(record.scope(), name),
                record.location(),
                record.tags(),
                record.state(),
                record.correlationId(),
                record.sequence(),
                record.startedAt(),
                record.changedAt(),
                record.shown(),
                record.kept(),
                record.progress(),
                record.operations(),
                record.error(),
                record.parent());
    }

    /** With other members shown and kept: outputs, what is written at the end. */
    static DeploymentRecord telling(DeploymentRecord record, JsonObject shown, JsonObject kept) {
        return new DeploymentRecord(
                record.id(),
                record.location(),
                record.tags(),
                record.state(),
                record.correlationId(),
                record.sequence(),
                record.startedAt(),
                record.changedAt(),
                shown,
                kept,
                record.progress(),
                record.operations(),
                record.error(),
                record.parent());
    }
}
