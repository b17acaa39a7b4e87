package dev.belay.emulator.deployment;

import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.operation.ArmFault;
import dev.belay.emulator.operation.CalculateTemplateHash;
import dev.belay.emulator.operation.CancelDeployment;
import dev.belay.emulator.operation.DeleteDeployment;
import dev.belay.emulator.operation.ExportDeploymentTemplate;
import dev.belay.emulator.operation.GetDeployment;
import dev.belay.emulator.operation.GetDeploymentOperation;
import dev.belay.emulator.operation.GetDeploymentStatus;
import dev.belay.emulator.operation.HeadDeployment;
import dev.belay.emulator.operation.ListDeploymentOperations;
import dev.belay.emulator.operation.ListDeployments;
import dev.belay.emulator.operation.MatchedRequest;
import dev.belay.emulator.operation.Operation;
import dev.belay.emulator.operation.PutDeployment;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.operation.ValidateDeployment;
import dev.belay.emulator.preflight.PreflightCheck;
import dev.belay.emulator.provisioning.Outcome;
import dev.belay.emulator.provisioning.Provisioning;
import dev.belay.emulator.provisioning.ProvisioningRequest;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.time.Work;
import dev.belay.emulator.typelist.ResourceTypes;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.types.catalog.Catalog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world with one subscription and one group, and the deployments' operations over it. */
final class Scene {

    static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000002";
    static final Scope.ResourceGroup SHOP = new Scope.ResourceGroup(SUBSCRIPTION, "shop");
    static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private static final Catalog CATALOG = Catalog.standard();

    private final Provisioning provisioning;
    private final DeploymentEngine engine;
    private final List<Operation> operations;
    private World world;

    Scene() {
        ResourceTypes types = ResourceTypes.standard(CATALOG);
        provisioning = new Provisioning(types);
        engine =
                new DeploymentEngine(
                        provisioning,
                        provisioning.reading(),
                        new PreflightCheck(types, provisioning.gate()::refuseType));
        operations =
                List.of(
                        new PutDeployment(engine),
                        GetDeployment.full(engine),
                        GetDeployment.shortPath(engine),
                        new HeadDeployment(engine),
                        ListDeployments.full(),
                        ListDeployments.shortPath(),
                        new DeleteDeployment(),
                        new ValidateDeployment(engine),
                        new CancelDeployment(engine),
                        ListDeploymentOperations.full(engine),
                        ListDeploymentOperations.shortPath(engine),
                        GetDeploymentOperation.full(),
                        GetDeploymentOperation.shortPath(),
                        GetDeploymentStatus.full(engine),
                        GetDeploymentStatus.shortPath(engine),
                        new ExportDeploymentTemplate(),
                        new CalculateTemplateHash());
        World empty = World.empty("00000000-0000-0000-0000-000000000001", START);
        world =
                empty.with(
                        empty.directory()
                                .with(
                                        new Directory.Subscription(
                                                SUBSCRIPTION,
                                                "Shop",
                                                "00000000-0000-0000-0000-000000000001")));
        group("shop");
    }

    Scene group(String name) {
        var id = ResourceId.of(new Scope.ResourceGroup(SUBSCRIPTION, name));
        return put(id, "2021-04-01", "{'location': 'westeurope'}");
    }

    /** Puts a resource as its owner would, to its end. */
    Scene put(ResourceId id, String apiVersion, String body) {
        Outcome outcome =
                provisioning.write(
                        world,
                        new ProvisioningRequest(
                                Method.PUT,
                                id,
                                apiVersion,
                                object(body),
                                Optional.empty(),
                                Optional.empty(),
                                world.now(),
                                Optional.empty()));
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(refused.refusal());
        }
        world = outcome.world();
        return runAll();
    }

    Scene fault(Fault fault) {
        var faults =
                new FaultBook(
                        world.script()
                                .faults()
                                .entries()
                                .plus(new FaultBook.Entry(fault, 0, 0)));
        world = world.with(world.script().withFaults(faults));
        return this;
    }

    Scene change(java.util.function.UnaryOperator<World> how) {
        world = how.apply(world);
        return this;
    }

    World world() {
        return world;
    }

    DeploymentEngine engine() {
        return engine;
    }

    ArmResponse deploy(String name, String template) {
        return deploy(name, template, "{}");
    }

    ArmResponse deploy(String name, String template, String parameters) {
        return send(
                Method.PUT,
                deployment(name),
                "{'properties': {'mode': 'Incremental', 'template': "
                        + template
                        + ", 'parameters': "
                        + parameters
                        + "}}");
    }

    static String deployment(String name) {
        return SHOP.path() + "/providers/Microsoft.Resources/deployments/" + name;
    }

    static ResourceId resource(String type, String name) {
        return ResourceId.of(SHOP.path() + "/providers/" + type + "/" + name);
    }

    DeploymentRecord record(String name) {
        return world.deployment(ResourceId.of(deployment(name))).orElseThrow();
    }

    JsonObject get(String path) {
        return send(Method.GET, path, "").json().flatMap(Json::asObject).orElseThrow();
    }

    ArmResponse send(Method method, String path, String body) {
        return reply(method, path, body).response().orElseThrow();
    }

    Reply reply(Method method, String path, String body) {
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        String trimmed = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        Map<String, String> query =
                path.contains("$filter=")
                        ? Map.of(
                                "api-version",
                                "2021-04-01",
                                "$filter",
                                path.substring(path.indexOf("$filter=") + 8))
                        : Map.of("api-version", "2021-04-01");
        List<String> segments = List.of(trimmed.substring(1).split("/", -1));
        for (Operation operation : operations) {
            Optional<Map<String, String>> match = operation.path().match(segments);
            if (operation.method() == method && match.isPresent()) {
                var request =
                        new MatchedRequest(
                                ArmRequest.of(method, URI.create(trimmed), body),
                                "https://arm.test",
                                trimmed,
                                query,
                                match.get());
                return handled(operation, request);
            }
        }
        throw new AssertionError("No operation for " + method + " " + path);
    }

    private Reply handled(Operation operation, MatchedRequest request) {
        try {
            Reply reply = operation.handle(world, request, world.now());
            world = reply.after();
            return reply;
        } catch (ArmFault fault) {
            return Reply.of(
                    world,
                    new ArmResponse(
                            fault.refusal().status(),
                            dev.belay.arm.wire.Headers.NONE,
                            fault.refusal().error().toBody().toText()));
        }
    }

    /** Does what the agenda holds, until nothing is on it. */
    Scene runAll() {
        return runUntil(START.plus(Duration.ofDays(365)));
    }

    Scene runFor(Duration time) {
        return runUntil(world.now().plus(time));
    }

    private Scene runUntil(Instant until) {
        Optional<Scheduled> due = world.agenda().due(until);
        while (due.isPresent()) {
            Scheduled entry = due.get();
            world = world.at(entry.at()).with(world.agenda().minus(entry));
            world = done(entry);
            due = world.agenda().due(until);
        }
        if (!until.isAfter(START.plus(Duration.ofDays(30)))) {
            world = world.at(until);
        }
        return this;
    }

    private World done(Scheduled entry) {
        return switch (entry.work()) {
            case Work.FinishOperation(var operation) ->
                    provisioning.finish(world, operation, entry.at());
            case Work.ContinueDeployment(var deployment, var step) ->
                    engine.proceed(world, deployment, step, entry.at());
            case Work.HappenTimelineEvent _ -> world;
        };
    }

    static JsonObject object(String text) {
        return JsonReader.lenient().read(text).asObject().orElseThrow();
    }

    /** A template of the resources, written with single quotes. */
    static String template(String resources) {
        return template("'resources': [" + resources + "]", "{}");
    }

    static String template(String members, String outputs) {
        return "{'$schema':"
                + " 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                + " 'contentVersion': '1.0.0.0', "
                + members
                + ", 'outputs': "
                + outputs
                + "}";
    }

    static String storage(String name, String more) {
        return "{'type': 'Microsoft.Storage/storageAccounts', 'apiVersion': '2023-05-01', 'name': '"
                + name
                + "', 'location': 'westeurope', 'kind': 'StorageV2', 'sku': {'name':"
                + " 'Standard_LRS'}"
                + more
                + "}";
    }

    static String securityGroup(String name, String more) {
        return "{'type': 'Microsoft.Network/networkSecurityGroups', 'apiVersion': '2023-11-01',"
                + " 'name': '"
                + name
                + "', 'location': 'westeurope'"
                + more
                + "}";
    }
}
