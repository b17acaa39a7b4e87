package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** One REST operation: one file here, one line in {@code router.Routes}. */
public interface Operation {

    Method method();

    PathPattern path();

    /**
     * Answers the request. An {@link ArmFault} thrown here becomes the error answer, and the world
     * stays as it was.
     *
     * @param world as it stands
     * @param request whose method and path fit
     * @param now virtual time
     */
    Reply handle(World world, MatchedRequest request, Instant now);

    /**
     * Whether a request whose path fits is meant for this operation; else the next one is asked.
     */
    default boolean answers(MatchedRequest request) {
        return true;
    }

    /**
     * Whether {@code provisioning} carries the write out and so lets the world file's faults strike
     * by itself; for all other operations the router does.
     */
    default boolean provisions() {
        return false;
    }
}
