package dev.belay.emulator.provisioning;

import dev.belay.emulator.world.World;

import java.time.Instant;

/**
 * Writes one resource or resource group: checks, faults, locks, the type's own rules, latencies,
 * and the end of what goes on. A request of a client and a resource of a deployment take the same
 * way through here.
 */
public final class Provisioning {

    /** PUT, PATCH or DELETE; emits the moments {@code started} and {@code ended} of the id. */
    public Outcome write(World world, ProvisioningRequest request) {
        return new Outcome.NoAnswer(world.at(request.now()));
    }

    /**
     * Brings a long-running operation to its end: the resource settles, the moments come, and the
     * deployment that waits is put on the agenda, in this order.
     */
    public World finish(World world, String operation, Instant now) {
        return world.operation(operation).isPresent() ? world.at(now) : world;
    }
}
