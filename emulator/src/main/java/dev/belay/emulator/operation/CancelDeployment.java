package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.deployment.Deployments;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Stops a running deployment; an ended one cannot be stopped. */
public final class CancelDeployment implements Operation {

    private final DeploymentEngine engine;

    public CancelDeployment(DeploymentEngine engine) {
        this.engine = engine;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return DeploymentPath.FULL.one("/cancel");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        DeploymentRecord record = DeploymentPath.found(world, request);
        if (record.terminal()) {
            throw new ArmFault(Deployments.cannotBeCancelled(record));
        }
        return Reply.of(engine.cancel(world, record.id(), now), Answers.empty(204));
    }
}
