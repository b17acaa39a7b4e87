package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Whether there is a deployment: 204 or 404. */
public final class HeadDeployment implements Operation {

    private final DeploymentEngine engine;

    public HeadDeployment(DeploymentEngine engine) {
        this.engine = engine;
    }

    @Override
    public Method method() {
        return Method.HEAD;
    }

    @Override
    public PathPattern path() {
        return DeploymentPath.FULL.one("");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        return DeploymentPoll.of(
                engine, world, DeploymentPath.found(world, request), Answers.empty(204));
    }
}
