package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.emulator.deployment.DeploymentRun.Step;
import dev.belay.emulator.preflight.PreflightCheck;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.provisioning.Reading;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.LongRunning;
import dev.belay.emulator.world.Progress;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.template.expansion.Expanded;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deployments as scheduled work: accepted, then moved on by what the agenda holds until they end.
 * Independent resources overlap in virtual time, dependants wait; per completion only those that
 * wait for it are looked at.
 */
public final class DeploymentEngine {

    /** The plan of a record that the world file made: it never moves. */
    private static final Expanded NOTHING =
            new Expanded(
                    List.of(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    List.of(),
                    List.of(),
                    List.of());

    private final Steps steps;
    private final Endings endings;
    private final CleanUp cleanUp;
    private final Redeployment redeployment;
    private final Submitting submitting;

    public DeploymentEngine(Provisioning provisioning, Reading reading, PreflightCheck preflight) {
        var values = new LateValues(reading);
        var beginning = new Beginning();
        this.steps = new Steps(provisioning, values, new NestedSteps(beginning));
        this.cleanUp = new CleanUp(provisioning);
        this.redeployment = new Redeployment(beginning);
        this.endings = new Endings(values, cleanUp);
        this.submitting = new Submitting(beginning, preflight);
    }

    /**
     * A PUT: what it begins, or why it is refused.
     *
     * @param apiVersion of the request
     */
    public Submitted submit(
            World world, ResourceId id, String apiVersion, String body, Instant now) {
        Submitted submitted = submitting.submit(world, id, apiVersion, body, now);
        return submitted instanceof Submitted.Refused(var refusal, _)
                        && refusal.error().code().equals("DeploymentActive")
                ? new Submitted.Refused(
                        refusal, world.deployment(id).flatMap(record -> next(world, record)))
                : submitted;
    }

    /** A validate: what it shows, or why it would be refused. */
    public Validated validate(World world, ResourceId id, String body, Instant now) {
        return submitting.validate(world, id, body, now);
    }

    /**
     * Does what {@link Work.ContinueDeployment} asks for; what belongs to an earlier deployment of
     * the same name is passed over.
     */
    public World proceed(World world, ResourceId id, String step, Instant now) {
        Optional<DeploymentRecord> found = world.deployment(id);
        String own = found.map(DeploymentRecord::sequence).orElse("") + "/";
        if (found.isEmpty() || !step.startsWith(own)) {
            return world;
        }
        DeploymentRecord record = found.get();
        String what = step.substring(own.length());
        if (what.equals(Redeployment.ENDED)) {
            return redeployment.ended(world, id);
        }
        World after = proceed(world, record, what, now);
        boolean quiet = after.deployment(id).filter(ended -> !atWork(after, ended)).isPresent();
        return quiet ? redeployment.after(after, id, now) : after;
    }

    private World proceed(World world, DeploymentRecord record, String what, Instant now) {
        var turn = new Turn(world, record, run(world, record), now);
        if (!what.equals(Beginning.START)) {
            return endings.settle(moved(turn, what)).end();
        }
        if (record.terminal()) {
            return world;
        }
        Turn running = turn.with(Records.in(record, Records.RUNNING, now, Optional.empty()));
        return endings.settle(steps.startFirst(running)).end();
    }

    private Turn moved(Turn turn, String what) {
        if (what.equals(CleanUp.GO_ON)) {
            return cleanUp.goOn(turn);
        }
        if (what.startsWith(CleanUp.DELETED)) {
            return cleanUp.deleted(
                    turn, Integer.parseInt(what.substring(CleanUp.DELETED.length())));
        }
        return what.endsWith(Turn.AGAIN)
                ? steps.sendAgain(
                        turn,
                        Integer.parseInt(what.substring(0, what.length() - Turn.AGAIN.length())))
                : steps.goOn(turn, Integer.parseInt(what));
    }

    /** The run in memory, or made again from what was kept on disk. */
    private static DeploymentRun run(World world, DeploymentRecord record) {
        return switch (record.progress()) {
            case DeploymentRun run -> run;
            case Progress kept ->
                    record.kept().get("context").isPresent()
                            ? DeploymentRun.restored(
                                    Origin.from(record.kept()).plan(world), kept.toJson())
                            : DeploymentRun.of(
                                    Plan.of(NOTHING, Origin.from(record.kept()).context()));
        };
    }

    /**
     * Stops a deployment: nothing more is started, what was started runs on; nested deployments
     * that run are stopped too.
     */
    public World cancel(World world, ResourceId id, Instant now) {
        Optional<DeploymentRecord> found =
                world.deployment(id).filter(record -> !record.terminal());
        if (found.isEmpty()) {
            return world;
        }
        DeploymentRun run = run(world, found.get());
        World after = endings.cancel(new Turn(world, found.get(), run, now)).end();
        for (int place : run.atWork()) {
            if (run.plan().resource(place).nested().isPresent()) {
                after = cancel(after, run.plan().resource(place).id(), now);
            }
        }
        return after;
    }

    /**
     * Whether the deployment or one of its operations is not terminal: a failed or cancelled one
     * may still have resources at work, or have another one made again.
     */
    public boolean goesOn(World world, DeploymentRecord record) {
        return !record.terminal()
                || atWork(world, record)
                || Redeployment.running(world, record).isPresent();
    }

    private static boolean atWork(World world, DeploymentRecord record) {
        return record.progress() instanceof DeploymentRun run
                ? run.works()
                : record.operations().stream().anyMatch(one -> one.state().equals(Records.RUNNING))
                        && !world.agenda().all().isEmpty();
    }

    /** When the deployment changes next, as far as the agenda knows; empty if it hangs. */
    public Optional<Instant> next(World world, DeploymentRecord record) {
        if (!goesOn(world, record)) {
            return Optional.empty();
        }
        Stream<Instant> own =
                world.agenda().all().stream()
                        .filter(entry -> continues(entry, record.id()))
                        .map(Scheduled::at)
                        .limit(1);
        DeploymentRun run = run(world, record);
        Stream<Instant> started =
                run.atWork().stream().flatMap(place -> next(world, run, place).stream());
        Stream<Instant> deleting =
                run.cleaning().stream()
                        .flatMap(Cleaning::atWork)
                        .flatMap(operation -> ends(world, operation).stream());
        Stream<Instant> again =
                Redeployment.running(world, record).stream()
                        .flatMap(other -> next(world, other).stream());
        return Stream.of(own, started, deleting, again)
                .flatMap(at -> at)
                .min(Comparator.naturalOrder());
    }

    private static boolean continues(Scheduled entry, ResourceId id) {
        return entry.work() instanceof Work.ContinueDeployment(var deployment, _)
                && deployment.equals(id);
    }

    private Optional<Instant> next(World world, DeploymentRun run, int place) {
        Step step = run.steps().get(place);
        if (run.plan().resource(place).nested().isPresent()) {
            return world.deployment(run.plan().resource(place).id())
                    .flatMap(inner -> next(world, inner));
        }
        return step.longRunning().flatMap(operation -> ends(world, operation));
    }

    private static Optional<Instant> ends(World world, String operation) {
        return world.operation(operation).filter(LongRunning::running).flatMap(LongRunning::endsAt);
    }

    /** The template of a deployment as its request held it; empty if it was linked. */
    public static JsonObject template(DeploymentRecord record) {
        return record.kept()
                .get("own")
                .or(() -> record.kept().get("template"))
                .flatMap(Json::asObject)
                .orElse(JsonObject.builder().build());
    }
}
