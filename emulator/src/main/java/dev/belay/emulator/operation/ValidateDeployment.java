package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.deployment.Validated;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Whether a deployment would be accepted. */
public final class ValidateDeployment implements Operation {

    private final DeploymentEngine engine;

    public ValidateDeployment(DeploymentEngine engine) {
        this.engine = engine;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return DeploymentPath.FULL.one("/validate");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        String body = request.request().body().orElse("");
        return switch (engine.validate(world, DeploymentPath.id(world, request), body, now)) {
            case Validated.Refused(var refusal) -> throw new ArmFault(refusal);
            case Validated.Fine(var document) ->
                    Reply.of(
                            world,
                            Answers.json(
                                    200, DeploymentDocument.at(request.apiVersion(), document)));
        };
    }
}
