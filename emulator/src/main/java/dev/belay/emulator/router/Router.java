package dev.belay.emulator.router;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.error.ResourceErrors;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.deployment.DeploymentEngine;
import dev.belay.emulator.fault.Attempt;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.operation.Answers;
import dev.belay.emulator.operation.ArmFault;
import dev.belay.emulator.operation.MatchedRequest;
import dev.belay.emulator.operation.Operation;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.preflight.PreflightCheck;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.rights.Rights;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.type.Refusal;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.types.catalog.Catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded ARM as a function: a world and a request make a new world and an answer. */
public final class Router {

    /** The header by which a client says as which principal of the world file it acts. */
    public static final String PRINCIPAL = "x-belay-principal";

    private final List<Operation> operations;
    private final Provisioning provisioning;
    private final Works works;

    private Router(ResourceTypes types) {
        this.provisioning = new Provisioning(types);
        var preflight = new PreflightCheck(types, provisioning.gate()::refuseType);
        var deployments = new DeploymentEngine(provisioning, provisioning.reading(), preflight);
        this.operations = Routes.standard(types, provisioning, deployments);
        this.works = new Works(provisioning, deployments, this);
    }

    public static Router standard(Catalog catalog) {
        return new Router(ResourceTypes.standard(catalog));
    }

    /** Answers one request; work that it makes due is left on the agenda. */
    public Reply handle(World world, ArmRequest request, Instant now) {
        Target target = Target.of(request);
        try {
            World acting = acting(world, request);
            authorize(acting, target);
            Reply reply = dispatch(acting.at(now), target, now);
            Directory after = reply.after().directory();
            return new Reply(
                    reply.after()
                            .with(
                                    after.withPrincipals(
                                            after.principals(), world.directory().caller())),
                    reply.response().map(answer -> CommonHeaders.on(answer, world, target, now)),
                    reply.poll());
        } catch (ArmFault fault) {
            ArmResponse answer = Answers.refusal(fault.refusal());
            return Reply.of(world.at(now), CommonHeaders.on(answer, world, target, now));
        }
    }

    /** The world as it is for who sends the request: the principal that it names is the caller. */
    private static World acting(World world, ArmRequest request) {
        Optional<String> named = request.headers().first(PRINCIPAL);
        if (named.isEmpty()) {
            return world;
        }
        if (Rights.principal(world, named.get()).isEmpty()) {
            throw new ArmFault(401, ResourceErrors.noSuchPrincipal(named.get()));
        }
        Directory directory = world.directory();
        return world.with(directory.withPrincipals(directory.principals(), named));
    }

    /** Rights are enforced once the world stands and a principal is listed. */
    private static void authorize(World world, Target target) {
        Optional<ArmError> refusal =
                world.standing()
                        ? Rights.ofCaller(world)
                                .flatMap(
                                        rights ->
                                                rights.refuse(
                                                        target.request().method(),
                                                        target.segments()))
                        : Optional.empty();
        if (refusal.isPresent()) {
            throw new ArmFault(403, refusal.get());
        }
    }

    /** Does work that is due; its entry is taken off the agenda. */
    public World run(World world, Scheduled due) {
        return works.run(world.with(world.agenda().minus(due)).at(due.at()), due);
    }

    /** The world after everything on its agenda up to an instant, and at that instant. */
    public World advance(World world, Instant until) {
        World after = world;
        Optional<Scheduled> due = after.agenda().due(until);
        while (due.isPresent()) {
            after = run(after, due.get());
            due = after.agenda().due(until);
        }
        return after.at(until);
    }

    public Provisioning provisioning() {
        return provisioning;
    }

    private Reply dispatch(World world, Target target, Instant now) {
        if (target.query().getOrDefault("api-version", "").isEmpty()) {
            throw new ArmFault(400, ResourceErrors.missingApiVersionParameter());
        }
        for (Operation operation : operations) {
            if (operation.method() != target.request().method()) {
                continue;
            }
            Optional<Map<String, String>> variables = operation.path().match(target.segments());
            if (variables.isPresent()) {
                MatchedRequest matched = target.matched(variables.get());
                if (operation.answers(matched)) {
                    return operation.provisions()
                            ? operation.handle(world, matched, now)
                            : withFaults(world, operation, matched, now);
                }
            }
        }
        throw new ArmFault(404, noRoute(target));
    }

    private static ArmError noRoute(Target target) {
        return target.request().method() == Method.GET
                ? ArmError.of(
                        "InvalidRequestUri",
                        "The request uri '" + target.path() + "' is not known.")
                : ResourceErrors.httpMethodNotAllowed(
                        target.request().method().name(), target.path());
    }

    private Reply withFaults(
            World world, Operation operation, MatchedRequest request, Instant now) {
        Optional<ResourceId> about = about(request);
        if (about.isEmpty() || world.script().faults().entries().isEmpty()) {
            return operation.handle(world, request, now);
        }
        Optional<Json> live = provisioning.reading().show(world, about.get()).map(body -> body);
        var attempt =
                new Attempt(
                        Fault.Stage.REQUEST,
                        request.request().method(),
                        about.get(),
                        live,
                        request.request().body().flatMap(Router::json));
        FaultBook.Struck struck = Provisioning.strike(world, attempt);
        World counted = Provisioning.counted(world, struck);
        return struck.then()
                .map(then -> struckBy(then, counted, operation, request, now))
                .orElseGet(() -> operation.handle(counted, request, now));
    }

    /** What a request is about: its resource, or that whose action it is. */
    private static Optional<ResourceId> about(MatchedRequest request) {
        String path = request.path();
        return ResourceId.parse(path)
                .or(
                        () ->
                                request.request().method() == Method.POST
                                        ? ResourceId.parse(path.substring(0, path.lastIndexOf('/')))
                                        : Optional.empty());
    }

    private static Optional<Json> json(String body) {
        try {
            return Optional.of(JsonReader.lenient().read(body));
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static Reply struckBy(
            Fault.Then then,
            World world,
            Operation operation,
            MatchedRequest request,
            Instant now) {
        return switch (then) {
            case Fault.Then.Fail(var status, var error) ->
                    Reply.of(world, Answers.refusal(Refusal.provider(status, error)));
            case Fault.Then.Hang() -> Reply.noAnswer(world);
            case Fault.Then.LoseAnswer() ->
                    Reply.noAnswer(operation.handle(world, request, now).after());
            case Fault.Then.ApplyThenFail(var status, var error) ->
                    Reply.of(
                            operation.handle(world, request, now).after(),
                            Answers.refusal(Refusal.provider(status, error)));
            case Fault.Then.Throttle(var error, var retryAfter) ->
                    Reply.polled(
                            world,
                            Answers.with(
                                    Answers.refusal(Refusal.gateway(429, error)),
                                    "Retry-After",
                                    Long.toString(retryAfter.toSeconds())),
                            Optional.of(now.plus(retryAfter)));
        };
    }
}
