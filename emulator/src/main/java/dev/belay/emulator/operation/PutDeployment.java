package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentDocument;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.deployment.Submitted;
import dev.belay.emulator.world.World;

import java.time.Instant;

/** Creates a deployment, or replaces an ended one of the same name. */
public final class PutDeployment implements Operation {

    private final DeploymentEngine engine;

    public PutDeployment(DeploymentEngine engine) {
        this.engine = engine;
    }

    @Override
    public Method method() {
        return Method.PUT;
    }

    @Override
    public PathPattern path() {
        return DeploymentPath.FULL.one("");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId id = DeploymentPath.id(world, request);
        String body = request.request().body().orElse("");
        return switch (engine.submit(world, id, request.apiVersion(), body, now)) {
            case Submitted.Refused(var refusal, var causeEnds) -> {
                if (causeEnds.isEmpty()) {
                    throw new ArmFault(refusal);
                }
                yield Reply.polled(world, Answers.refusal(refusal), causeEnds);
            }
            case Submitted.Accepted(var after, var record, var replaced) ->
                    Reply.of(
                            after,
                            accepted(
                                    request,
                                    record.sequence(),
                                    Answers.json(
                                            replaced ? 200 : 201,
                                            DeploymentDocument.at(
                                                    request.apiVersion(),
                                                    DeploymentDocument.of(record)))));
        };
    }

    /** The poll link keeps the caller's spelling of the path: recorded. */
    private static ArmResponse accepted(
            MatchedRequest request, String sequence, ArmResponse response) {
        String link =
                request.origin()
                        + request.path()
                        + "/operationStatuses/"
                        + sequence
                        + "?api-version="
                        + request.apiVersion();
        return DeploymentAnswer.paced(Answers.with(response, "Azure-AsyncOperation", link));
    }
}
