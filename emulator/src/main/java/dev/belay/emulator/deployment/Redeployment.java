package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.DeploymentContext;
import dev.belay.template.syntax.Source;
import dev.belay.template.syntax.TemplateReader;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the deployment of {@code onErrorDeployment} again once the one that asks for it has failed:
 * with its own template and parameters, dates and GUIDs of their defaults included, and in mode
 * Complete whatever its mode was (documented: "rollback-on-error").
 *
 * <p>Inferred, for no recording shows it: it runs under its old name, it begins when the failed one
 * is over and all that it started has ended, and {@code onErrorDeployment.provisioningState} is
 * {@code Running} until it has ended.
 */
final class Redeployment {

    /** The step of the failed deployment that comes when the other one has ended. */
    static final String ENDED = "onError";

    private static final String STATE = "provisioningState";

    private final Beginning beginning;

    Redeployment(Beginning beginning) {
        this.beginning = beginning;
    }

    /** Whether nothing is deployed around it: what was made again counts as before. */
    static boolean isRoot(DeploymentRecord record) {
        return record.parent().map(parent -> parent.step().endsWith("/" + ENDED)).orElse(true);
    }

    /** The deployment that runs because this one failed. */
    static Optional<DeploymentRecord> running(World world, DeploymentRecord failed) {
        return asked(failed)
                .filter(asked -> asked.textAt("/" + STATE).filter("Running"::equals).isPresent())
                .flatMap(asked -> target(world, failed, asked))
                .filter(record -> !record.terminal());
    }

    private static Optional<JsonObject> asked(DeploymentRecord record) {
        return record.shown().get(OnError.MEMBER).flatMap(Json::asObject);
    }

    private static Optional<DeploymentRecord> target(
            World world, DeploymentRecord failed, JsonObject asked) {
        return asked.textAt("/deploymentName")
                .map(name -> Deployments.id(failed.scope(), name))
                .flatMap(world::deployment);
    }

    /**
     * The world after a step of a deployment of which nothing is at work: if it has failed and asks
     * for another one, that begins, once.
     */
    World after(World world, ResourceId id, Instant now) {
        Optional<DeploymentRecord> failed =
                world.deployment(id).filter(record -> record.state().equals(Records.FAILED));
        Optional<JsonObject> asked = failed.flatMap(Redeployment::asked);
        if (asked.isEmpty() || asked.get().get(STATE).isPresent()) {
            return world;
        }
        Optional<World> begun =
                target(world, failed.get(), asked.get())
                        .flatMap(record -> begin(world, failed.get(), record, now));
        return begun.map(after -> told(after, id, "Running"))
                .orElseGet(() -> told(world, id, Records.FAILED));
    }

    /** What was made again has ended. */
    World ended(World world, ResourceId id) {
        return world.deployment(id)
                .flatMap(record -> asked(record).flatMap(asked -> target(world, record, asked)))
                .map(record -> told(world, id, record.state()))
                .orElse(world);
    }

    private static World told(World world, ResourceId id, String state) {
        DeploymentRecord record = world.deployment(id).orElseThrow();
        JsonObject asked = asked(record).orElse(Json.object()).with(STATE, Json.of(state));
        return world.with(
                Records.telling(record, record.shown().with(OnError.MEMBER, asked), record.kept()));
    }

    private Optional<World> begin(
            World before, DeploymentRecord failed, DeploymentRecord record, Instant now) {
        if (Admission.refuse(before, record.id()).isPresent()) {
            return Optional.empty();
        }
        World.Drawn drawn = before.draw();
        World world = drawn.world();
        Origin origin = origin(world, record, now, drawn.id());
        Submission.Result result =
                Submission.plan(
                        world,
                        TemplateReader.nested(origin.template(), Source.NONE),
                        origin.parameters(),
                        origin.context());
        return result instanceof Submission.Result.Planned(var plan)
                ? Optional.of(beginning.begin(world, request(failed, record, origin), plan, now))
                : Optional.empty();
    }

    /** A record that the world file made has a template at most: it is made as if new. */
    private static Origin origin(World world, DeploymentRecord record, Instant now, UUID seed) {
        if (record.kept().get("context").isEmpty()) {
            return new Origin(
                    DeploymentEngine.template(record),
                    new LinkedHashMap<>(),
                    ScopeFacts.context(
                            world,
                            record.scope(),
                            record.id().name(),
                            record.location(),
                            "Complete",
                            now,
                            seed),
                    List.of());
        }
        Origin origin = Origin.from(record.kept());
        return new Origin(
                origin.template(), origin.parameters(), complete(origin.context()), origin.path());
    }

    private static DeploymentContext complete(DeploymentContext context) {
        return new DeploymentContext(
                context.scope(),
                context.deploymentName(),
                context.location(),
                "Complete",
                context.tenant(),
                context.managementGroup(),
                context.subscription(),
                context.resourceGroup(),
                context.environment(),
                context.deployer(),
                context.now(),
                context.seed());
    }

    private static Beginning.Request request(
            DeploymentRecord failed, DeploymentRecord record, Origin origin) {
        JsonObject own = DeploymentEngine.template(record);
        var given = new LinkedHashMap<String, JsonObject>();
        origin.parameters()
                .forEach((name, value) -> given.put(name, JsonObject.of("value", value)));
        var echoed = JsonObject.builder();
        Submitting.ECHOED.forEach(name -> echoed.put(name, record.shown().get(name)));
        return new Beginning.Request(
                record.id(),
                record.location(),
                record.tags(),
                "Complete",
                origin.template(),
                !own.isEmpty(),
                given,
                echoed.build(),
                origin,
                failed.correlationId(),
                Optional.of(
                        new LongRunning.Continuation(failed.id(), failed.sequence() + "/" + ENDED)),
                failed.kept().textAt("/apiVersion").orElse(""));
    }
}
