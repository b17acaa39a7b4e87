package dev.belay.emulator.operation;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

/** An answer that shows a deployment: while it goes on, looking at it lets time move. */
final class DeploymentPoll {

    private DeploymentPoll() {}

    static Reply of(
            DeploymentEngine engine, World world, DeploymentRecord record, ArmResponse response) {
        return engine.goesOn(world, record)
                ? Reply.polled(world, DeploymentAnswer.paced(response), engine.next(world, record))
                : Reply.of(world, response);
    }
}
