package dev.belay.emulator.operation;

import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.deployment.ExportedTemplate;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.World;
import dev.belay.json.JsonObject;

import java.time.Instant;

/** The template that a deployment was made from. */
public final class ExportDeploymentTemplate implements Operation {

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public PathPattern path() {
        return DeploymentPath.FULL.one("/exportTemplate");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        DeploymentRecord record = DeploymentPath.found(world, request);
        return Reply.of(
                world,
                Answers.json(
                        200,
                        JsonObject.of(
                                "template",
                                ExportedTemplate.of(DeploymentEngine.template(record)))));
    }
}
