package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Shows a deployment. */
public final class GetDeployment implements Operation {

    private final DeploymentEngine engine;
    private final DeploymentPath form;

    private GetDeployment(DeploymentEngine engine, DeploymentPath form) {
        this.engine = engine;
        this.form = form;
    }

    public static GetDeployment full(DeploymentEngine engine) {
        return new GetDeployment(engine, DeploymentPath.FULL);
    }

    public static GetDeployment shortPath(DeploymentEngine engine) {
        return new GetDeployment(engine, DeploymentPath.SHORT);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return form.one("");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        DeploymentRecord record = DeploymentPath.found(world, request);
        return DeploymentPoll.of(
                engine,
                world,
                record,
                Answers.json(
                        200,
                        DeploymentDocument.at(
                                request.apiVersion(), DeploymentDocument.of(record))));
    }
}
