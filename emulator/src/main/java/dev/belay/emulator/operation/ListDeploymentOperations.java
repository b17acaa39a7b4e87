package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Lists what a deployment did and does. */
public final class ListDeploymentOperations implements Operation {

    private final DeploymentEngine engine;
    private final DeploymentPath form;

    private ListDeploymentOperations(DeploymentEngine engine, DeploymentPath form) {
        this.engine = engine;
        this.form = form;
    }

    public static ListDeploymentOperations full(DeploymentEngine engine) {
        return new ListDeploymentOperations(engine, DeploymentPath.FULL);
    }

    /** As az and the older SDKs ask: recorded. */
    public static ListDeploymentOperations shortPath(DeploymentEngine engine) {
        return new ListDeploymentOperations(engine, DeploymentPath.SHORT);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return form.one("/operations");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        DeploymentRecord record = DeploymentPath.found(world, request);
        return DeploymentPoll.of(
                engine, world, record, Answers.json(200, DeploymentDocument.operations(record)));
    }
}
