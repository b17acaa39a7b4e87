package dev.belay.emulator.operation;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.Deployments;
import dev.belay.emulator.provisioning.JobToken;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;

import java.time.Instant;
import java.util.Optional;

/** Deletes a deployment's record; its resources stay. A running one is refused. */
public final class DeleteDeployment implements Operation {

    private static final String WHERE = "westus";

    @Override
    public Method method() {
        return Method.DELETE;
    }

    @Override
    public PathPattern path() {
        return DeploymentPath.FULL.one("");
    }

    @Override
    public Reply handle(World world, MatchedRequest request, Instant now) {
        ResourceId id = DeploymentPath.id(world, request);
        Optional<DeploymentRecord> record = world.deployment(id);
        if (record.isEmpty()) {
            Optional<Refusal> missing = Deployments.scopeMissing(world, id.scope());
            if (missing.isPresent()) {
                throw new ArmFault(missing.get());
            }
            return Reply.of(world, Answers.empty(204));
        }
        Optional<Refusal> refusal = Deployments.refuseDelete(world, record.get());
        if (refusal.isPresent()) {
            throw new ArmFault(refusal.get());
        }
        LongRunning job = job(world, id, request.apiVersion(), now);
        World after = world.withoutDeployment(id).draw().world().with(job);
        return Reply.of(after, DeploymentAnswer.paced(answer(request, job)));
    }

    private static ArmResponse answer(MatchedRequest request, LongRunning job) {
        String results =
                job.target()
                        .scope()
                        .subscription()
                        .map(subscription -> subscription.path() + "/operationresults/")
                        .orElse("/providers/Microsoft.Resources/operationResults/");
        return Answers.with(
                Answers.empty(202),
                "Location",
                request.origin() + results + job.id() + "?api-version=" + request.apiVersion());
    }

    /** The record is gone with the answer; the job is over when it is asked for. */
    private static LongRunning job(World world, ResourceId id, String apiVersion, Instant now) {
        String group = id.scope() instanceof Scope.ResourceGroup(_, var name) ? name : "";
        return new LongRunning(
                JobToken.of("DeploymentDeletionJob", group, id.name(), WHERE, world.drawn()),
                Method.DELETE,
                id,
                LongRunning.Polling.ARM_JOB,
                apiVersion,
                now,
                Optional.of(now),
                LongRunning.Status.SUCCEEDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
