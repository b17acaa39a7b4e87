package dev.belay.emulator.provisioning;

import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Attempt;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.type.WriteStyle;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.StoredResource;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

import java.util.Optional;

/**
 * Decides at the start of a write whether it goes on after its answer, and what its end will be.
 *
 * @param world with the faults' counters moved
 * @param style how it is answered
 * @param fault what the provisioning will meet at its end
 */
record Started(World world, WriteStyle style, Optional<Fault.Then> fault) {

    static Started of(
            World world,
            ProvisioningRequest request,
            WriteStyle style,
            Optional<Json> live,
            boolean exists) {
        Optional<Json> sent =
                request.method() == Method.DELETE ? Optional.empty() : Optional.of(request.body());
        var attempt =
                new Attempt(Fault.Stage.PROVISIONING, request.method(), request.id(), live, sent);
        FaultBook.Struck struck = Provisioning.strike(world, attempt);
        World counted = Provisioning.counted(world, struck);
        boolean slow =
                world.standing()
                        && world.script().latency(request.method(), request.id()).isPresent();
        boolean goesOn = struck.then().isPresent() || slow;
        return new Started(counted, goesOn ? Pace.goingOn(style, !exists) : style, struck.then());
    }

    /** Whether the write is over with its answer. */
    boolean immediate() {
        return style.isImmediate();
    }

    /** The operation under which the write goes on; its end is not scheduled yet. */
    LongRunning operation(String id, ProvisioningRequest request, Optional<StoredResource> before) {
        return new LongRunning(
                id,
                request.method(),
                request.id(),
                style.polling(),
                request.apiVersion(),
                request.now(),
                Optional.empty(),
                LongRunning.Status.RUNNING,
                Optional.empty(),
                before,
                fault,
                Optional.empty(),
                request.continuation());
    }

    /** The world with the end on the agenda; one that hangs has none. */
    World scheduled(World after, LongRunning operation, ProvisioningRequest request) {
        return fault.filter(then -> then instanceof Fault.Then.Hang).isPresent()
                ? after.with(operation)
                : Pace.schedule(after, operation, style.takes(), request.now());
    }

    /** Refuses a write of something on which an operation works already. */
    static Optional<Outcome> busy(World world, StoredResource stored) {
        Optional<LongRunning> running =
                stored.operation().flatMap(world::operation).filter(LongRunning::running);
        return running.map(
                operation ->
                        new Outcome.Refused(
                                world,
                                Refusal.provider(
                                        409,
                                        ResourceErrors.anotherOperationInProgress(operation.id())),
                                Optional.empty(),
                                operation.endsAt()));
    }
}
