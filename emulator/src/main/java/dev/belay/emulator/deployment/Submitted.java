package dev.belay.emulator.deployment;

import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.time.Instant;
import java.util.Optional;

/** How the PUT of a deployment was answered. */
public sealed interface Submitted {

    /**
     * It begins.
     *
     * @param record as it was accepted
     * @param replaced whether an ended deployment of the same name gave way
     */
    record Accepted(World world, DeploymentRecord record, boolean replaced) implements Submitted {}

    /**
     * Nothing was begun and nothing written.
     *
     * @param causeEnds when the deployment in the way changes next, if that is the cause
     */
    record Refused(Refusal refusal, Optional<Instant> causeEnds) implements Submitted {}
}
