package dev.belay.emulator.operation;

import dev.belay.arm.error.DeploymentErrors;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Shows one operation of a deployment. */
public final class GetDeploymentOperation implements Operation {

    private final DeploymentPath form;

    private GetDeploymentOperation(DeploymentPath form) {
        this.form = form;
    }

    public static GetDeploymentOperation full() {
        return new GetDeploymentOperation(DeploymentPath.FULL);
    }

    public static GetDeploymentOperation shortPath() {
        return new GetDeploymentOperation(DeploymentPath.SHORT);
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public PathPattern path() {
        return form.one("/operations/{operation}");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        DeploymentRecord record = DeploymentPath.found(world, request);
        String id = request.variable("operation");
        DeploymentRecord.Operation operation =
                record.operations().stream()
                        .filter(one -> one.id().equalsIgnoreCase(id))
                        .findFirst()
                        .orElseThrow(
                                () -> new ArmFault(404, DeploymentErrors.operationNotFound(id)));
        return Reply.of(world, Answers.json(200, DeploymentDocument.operation(record, operation)));
    }
}
