package dev.belay.emulator.router;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.rights.Rights;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.Placeholders;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;

import java.net.URI;
import java.time.Instant;

/** Does the work that is due: one line per kind of work. */
final class Works {

    private final Provisioning provisioning;
    private final DeploymentEngine deployments;
    private final Router router;

    Works(Provisioning provisioning, DeploymentEngine deployments, Router router) {
        this.provisioning = provisioning;
        this.deployments = deployments;
        this.router = router;
    }

    /** The world after the work; the entry is off its agenda already. */
    World run(World world, Scheduled due) {
        Instant now = due.at();
        return switch (due.work()) {
            case Work.FinishOperation(var operation) -> provisioning.finish(world, operation, now);
            case Work.ContinueDeployment(var deployment, var step) ->
                    deployments.proceed(world, deployment, step, now);
            case Work.HappenTimelineEvent(var event) -> happen(world, event, now);
        };
    }

    private World happen(World world, int number, Instant now) {
        Timeline.Event event = world.script().timeline().events().get(number);
        String path = Placeholders.filled(event.path(), world);
        var request =
                event.body()
                        .map(Json::toText)
                        .map(text -> Placeholders.filled(text, world))
                        .map(text -> ArmRequest.of(event.method(), URI.create(path), text))
                        .orElseGet(() -> ArmRequest.of(event.method(), URI.create(path)));
        ArmRequest sent =
                Rights.principal(world, event.by()).isPresent()
                        ? request.withHeader(Router.PRINCIPAL, event.by())
                        : request;
        return router.handle(world, sent, now).after();
    }
}
