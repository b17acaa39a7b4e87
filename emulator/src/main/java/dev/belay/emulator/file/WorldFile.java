package dev.belay.emulator.file;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.ResourceType;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.ArmText;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.router.Router;
import dev.belay.emulator.time.Timeline;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.Placeholders;
import dev.belay.emulator.world.Progress;
import dev.belay.emulator.world.Script;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.SourceMap;

import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.TreePVector;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one documented way to make a world: its text is carried out by real requests, as if by the
 * owner of all. Form: {@code world-file.schema.json}.
 */
public final class WorldFile {

    /** When every world begins, virtual time. */
    public static final Instant BEGINNING = Instant.parse("2026-01-01T08:00:00Z");

    private static final String GROUPS_API_VERSION = "2021-04-01";

    private final String name;
    private final Router router;
    private final List<Mistake> mistakes = new ArrayList<>();

    private WorldFile(String name, Router router) {
        this.name = name;
        this.router = router;
    }

    /**
     * The world that stands when the file has been carried out.
     *
     * @param name the file as the reader of messages knows it
     * @param text what stands in it
     * @throws BrokenWorldFileException naming every mistake with line and column
     */
    public static World world(String name, String text, Router router) {
        WorldPlan plan = PlanReader.read(name, text);
        return new WorldFile(name, router).carryOut(plan);
    }

    /**
     * A world with the file's tenant and script and nothing in it yet: what a kept state is put
     * into.
     *
     * @throws BrokenWorldFileException if anything is wrong with its form
     */
    public static World frame(String name, String text) {
        WorldPlan plan = PlanReader.read(name, text);
        World empty = World.empty(plan.directory().tenantId(), BEGINNING).with(plan.directory());
        return empty.with(script(plan));
    }

    private World carryOut(WorldPlan plan) {
        World world =
                World.empty(plan.directory().tenantId(), BEGINNING)
                        .with(plan.directory())
                        .standing(false);
        for (WorldPlan.Planned part : plan.hierarchy()) {
            world = make(world, part);
        }
        for (WorldPlan.Group group : plan.groups()) {
            String path = group.id().path() + "?api-version=" + GROUPS_API_VERSION;
            world = send(world, Method.PUT, path, Optional.of(group.body()), group.at());
        }
        for (WorldPlan.Planned resource : plan.resources()) {
            world = make(world, resource);
        }
        if (!mistakes.isEmpty()) {
            throw new BrokenWorldFileException(name, mistakes);
        }
        for (WorldPlan.History history : plan.deployments()) {
            world = remember(world, history);
        }
        return stand(world, plan);
    }

    private World make(World world, WorldPlan.Planned resource) {
        String apiVersion =
                resource.apiVersion().isEmpty()
                        ? world.find(resource.id())
                                .map(stored -> stored.apiVersion())
                                .orElse(GROUPS_API_VERSION)
                        : resource.apiVersion();
        String path = resource.id().path() + "?api-version=" + apiVersion;
        Method method = resource.body().isPresent() ? Method.PUT : Method.DELETE;
        return send(world, method, path, resource.body(), resource.at());
    }

    private World send(
            World world,
            Method method,
            String path,
            Optional<Json> body,
            SourceMap.Position position) {
        URI uri;
        try {
            uri = new URI(Placeholders.filled(path, world).replace(" ", "%20"));
        } catch (URISyntaxException e) {
            mistakes.add(new Mistake(position, "'" + path + "' is no path of a request."));
            return world;
        }
        ArmRequest request =
                body.map(Json::toText)
                        .map(text -> ArmRequest.of(method, uri, Placeholders.filled(text, world)))
                        .orElseGet(() -> ArmRequest.of(method, uri));
        Reply reply = router.handle(world, request, world.now());
        Optional<ArmResponse> refused = reply.response().filter(answer -> !answer.succeeded());
        if (refused.isPresent()) {
            mistakes.add(new Mistake(position, refusal(refused.get())));
            return world;
        }
        return router.advance(reply.after(), world.now());
    }

    private static String refusal(ArmResponse answer) {
        Optional<ArmError> error = answer.error();
        return "The embedded ARM refuses this with "
                + answer.status()
                + error.map(found -> " " + found.code() + ": " + found.message()).orElse(".");
    }

    /** One a minute, the newest a minute before the world begins. */
    private static World remember(World world, WorldPlan.History history) {
        World after = world;
        for (int n = 1; n <= history.count(); n++) {
            String name = history.name().replace("{n}", Integer.toString(n));
            Instant at = world.now().minus(Duration.ofMinutes(history.count() - n + 1L));
            World.Drawn drawn = after.draw();
            JsonObject kept = JsonObject.builder().put("template", history.template()).build();
            after =
                    drawn.world()
                            .with(
                                    new DeploymentRecord(
                                            ResourceId.of(
                                                    history.scope(), ResourceType.DEPLOYMENT, name),
                                            history.location(),
                                            Json.object(),
                                            history.state(),
                                            drawn.id().toString(),
                                            ArmText.sequence(at),
                                            at,
                                            at,
                                            JsonObject.of("mode", Json.of("Incremental")),
                                            kept,
                                            Progress.NONE,
                                            TreePVector.empty(),
                                            Optional.empty(),
                                            Optional.empty()));
        }
        return after;
    }

    private static World stand(World world, WorldPlan plan) {
        World standing = world.with(script(plan)).standing(true);
        for (int i = 0; i < plan.timeline().size(); i++) {
            if (plan.timeline().get(i).when() instanceof Timeline.When.At(var offset)) {
                standing =
                        standing.schedule(
                                world.now().plus(offset), new Work.HappenTimelineEvent(i));
            }
        }
        return standing;
    }

    private static Script script(WorldPlan plan) {
        var timeline =
                new Timeline(
                        TreePVector.from(plan.timeline()),
                        HashTreePSet.empty(),
                        HashTreePMap.empty());
        return new Script(
                FaultBook.of(plan.faults()),
                timeline,
                TreePVector.from(plan.latencies()),
                HashTreePMap.empty());
    }
}
