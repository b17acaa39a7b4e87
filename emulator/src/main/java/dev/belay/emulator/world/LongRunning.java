package dev.belay.emulator.world;

import static java.util.Objects.requireNonNull;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.json.Json;

import java.time.Instant;
import java.util.Optional;

/**
 * A write that goes on after its first answer, and, once ended, how it ended.
 *
 * @param id a GUID, part of its poll links; a job's token for resource-group deletions
 * @param method PUT, PATCH, POST or DELETE
 * @param target the resource written
 * @param polling how it is polled
 * @param apiVersion of the request
 * @param startedAt when it was accepted
 * @param endsAt when it ends or has ended; empty while nobody knows (it hangs, or waits for a
 *     moment)
 * @param status where it stands
 * @param failure what a failed one answers
 * @param before the resource as it stood before; empty if there was none
 * @param fault the provisioning fault that will decide its end
 * @param result what a POST answers at the end
 * @param continuation the deployment that waits for it
 */
public record LongRunning(
        String id,
        Method method,
        ResourceId target,
        Polling polling,
        String apiVersion,
        Instant startedAt,
        Optional<Instant> endsAt,
        Status status,
        Optional<Failure> failure,
        Optional<StoredResource> before,
        Optional<Fault.Then> fault,
        Optional<Json> result,
        Optional<Continuation> continuation) {

    /** Where an operation stands. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELED
    }

    /** Which links the first answer carries. */
    public enum Polling {
        /** None: it is over with the answer. */
        NONE,
        /** {@code 202}, no body, {@code Location}. */
        LOCATION,
        /** {@code 201} or {@code 200} with the body, {@code Azure-AsyncOperation}. */
        ASYNC_OPERATION,
        /** {@code 202}, both headers. */
        BOTH,
        /** A job of ARM itself: {@code 202}, {@code Location} of {@code operationresults}. */
        ARM_JOB
    }

    /**
     * An error and the status a direct request would have got.
     *
     * @param status the HTTP status
     * @param error the error
     */
    public record Failure(int status, ArmError error) {
        public Failure {
            requireNonNull(error);
        }
    }

    /**
     * Who goes on when the operation has ended.
     *
     * @param deployment the deployment's id
     * @param step in the deployment's own terms
     */
    public record Continuation(ResourceId deployment, String step) {
        public Continuation {
            requireNonNull(deployment);
            requireNonNull(step);
        }
    }

    public LongRunning {
        requireNonNull(id);
        requireNonNull(method);
        requireNonNull(target);
        requireNonNull(polling);
        requireNonNull(apiVersion);
        requireNonNull(startedAt);
        requireNonNull(endsAt);
        requireNonNull(status);
        requireNonNull(failure);
        requireNonNull(before);
        requireNonNull(fault);
        requireNonNull(result);
        requireNonNull(continuation);
    }

    public boolean running() {
        return status == Status.RUNNING;
    }

    public LongRunning endingAt(Instant at) {
        return new LongRunning(
                id,
                method,
                target,
                polling,
                apiVersion,
                startedAt,
                Optional.of(at),
                status,
                failure,
                before,
                fault,
                result,
                continuation);
    }

    /** The operation after its end; what it kept for the end is dropped. */
    public LongRunning ended(Instant at, Status newStatus, Optional<Failure> newFailure) {
        return new LongRunning(
                id,
                method,
                target,
                polling,
                apiVersion,
                startedAt,
                Optional.of(at),
                newStatus,
                newFailure,
                Optional.empty(),
                Optional.empty(),
                result,
                continuation);
    }
}
