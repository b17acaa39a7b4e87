package dev.belay.emulator.provisioning;

import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Attempt;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Moments;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

import java.time.Instant;
import java.util.Optional;

/**
 * Writes one resource or resource group: faults, checks, locks, the type's own rules, latencies,
 * and the end of what goes on. A request of a client and a resource of a deployment take the same
 * way through here.
 */
public final class Provisioning {

    private final Gate gate;
    private final Reading reading;
    private final Groups groups;
    private final Tags tags;
    private final Writing writing;
    private final Deleting deleting;
    private final Ending ending;
    private final Surplus surplus;

    public Provisioning(ResourceTypes types) {
        var twins = new Twins(types);
        this.gate = new Gate(types);
        this.reading = new Reading(types);
        this.ending = new Ending(types, twins);
        this.groups = new Groups();
        this.tags = new Tags();
        this.writing = new Writing(types, twins, reading, ending);
        this.deleting = new Deleting(types, reading, ending);
        this.surplus = new Surplus(types);
    }

    /** PUT, PATCH or DELETE; lets the moments {@code started} and {@code ended} of the id come. */
    public Outcome write(World world, ProvisioningRequest request) {
        Optional<Json> live = reading.show(world, request.id()).map(body -> body);
        Optional<Json> sent =
                request.method() == Method.DELETE ? Optional.empty() : Optional.of(request.body());
        var attempt = new Attempt(Fault.Stage.REQUEST, request.method(), request.id(), live, sent);
        FaultBook.Struck struck = strike(world, attempt);
        World counted = counted(world, struck);
        return refusalEnds(
                request,
                struck.then()
                        .map(then -> struckBy(counted, request, then))
                        .orElseGet(() -> checked(counted, request)));
    }

    /**
     * A write that was refused has failed, for whoever waits for that; one that may be sent again
     * has not. A deletion that is refused leaves the thing as it was: nothing of it has ended.
     */
    private static Outcome refusalEnds(ProvisioningRequest request, Outcome outcome) {
        boolean over =
                outcome instanceof Outcome.Refused refused
                        && request.method() != Method.DELETE
                        && refused.retryAfter().isEmpty()
                        && refused.causeEnds().isEmpty();
        return over && outcome instanceof Outcome.Refused refused
                ? new Outcome.Refused(
                        Moments.ended(
                                refused.world(),
                                request.id(),
                                LongRunning.Status.FAILED,
                                request.now()),
                        refused.refusal(),
                        refused.retryAfter(),
                        refused.causeEnds())
                : outcome;
    }

    /** Lets the faults of the world file see an attempt; they sleep until the world stands. */
    public static FaultBook.Struck strike(World world, Attempt attempt) {
        FaultBook faults = world.script().faults();
        return world.standing()
                ? faults.strike(attempt)
                : new FaultBook.Struck(faults, Optional.empty());
    }

    /** The world with the counters as the attempt left them. */
    public static World counted(World world, FaultBook.Struck struck) {
        return world.with(world.script().withFaults(struck.after()));
    }

    private Outcome struckBy(World world, ProvisioningRequest request, Fault.Then then) {
        return switch (then) {
            case Fault.Then.Fail(var status, var error) ->
                    refused(world, Refusal.provider(status, error));
            case Fault.Then.Hang() -> new Outcome.NoAnswer(world);
            case Fault.Then.LoseAnswer() -> new Outcome.NoAnswer(checked(world, request).world());
            case Fault.Then.ApplyThenFail(var status, var error) ->
                    refused(checked(world, request).world(), Refusal.provider(status, error));
            case Fault.Then.Throttle(var error, var retryAfter) ->
                    new Outcome.Refused(
                            world,
                            Refusal.gateway(429, error),
                            Optional.of(retryAfter),
                            Optional.of(request.now().plus(retryAfter)));
        };
    }

    private static Outcome refused(World world, Refusal refusal) {
        return new Outcome.Refused(world, refusal, Optional.empty(), Optional.empty());
    }

    private Outcome checked(World world, ProvisioningRequest request) {
        if (request.id().type().equals(ResourceType.RESOURCE_GROUP)) {
            return groups.write(world, request);
        }
        if (request.id().type().equals(Tags.TYPE)) {
            return gate.refuseType(Tags.TYPE, request.apiVersion(), "")
                    .map(refusal -> refused(world, refusal))
                    .orElseGet(() -> tags.write(world, request));
        }
        Optional<Refusal> refusal = gate.refuseWrite(world, request);
        if (refusal.isPresent()) {
            return refused(world, refusal.get());
        }
        return request.method() == Method.DELETE
                ? deleting.delete(world, request)
                : writing.write(world, request);
    }

    /**
     * Brings a long-running operation to its end: the resource settles, the moments come, and the
     * deployment that waits is put on the agenda, in this order.
     */
    public World finish(World world, String operation, Instant now) {
        return ending.finish(world, operation, now);
    }

    /** What a GET shows. */
    public Reading reading() {
        return reading;
    }

    /** What ARM checks by itself. */
    public Gate gate() {
        return gate;
    }

    /** What mode Complete deletes. */
    public Surplus surplus() {
        return surplus;
    }
}
