package dev.belay.emulator.operation;

import dev.belay.arm.error.DeploymentErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Answers the poll link of a deployment's PUT. */
public final class GetDeploymentStatus implements Operation {

    private final DeploymentEngine engine;
    private final DeploymentPath form;

    private GetDeploymentStatus(DeploymentEngine engine, DeploymentPath form) {
        this.engine = engine;
        this.form = form;
    }

    public static GetDeploymentStatus full(DeploymentEngine engine) {
        return new GetDeploymentStatus(engine, DeploymentPath.FULL);
    }

    public static GetDeploymentStatus shortPath(DeploymentEngine engine) {
        return new GetDeploymentStatus(engine, DeploymentPath.SHORT);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return form.one("/operationStatuses/{sequence}");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        DeploymentRecord record = DeploymentPath.found(world, request);
        String sequence = request.variable("sequence");
        if (!record.sequence().equals(sequence)) {
            throw new ArmFault(404, DeploymentErrors.operationNotFound(sequence));
        }
        return DeploymentPoll.of(
                engine, world, record, Answers.json(200, DeploymentDocument.status(record)));
    }
}
