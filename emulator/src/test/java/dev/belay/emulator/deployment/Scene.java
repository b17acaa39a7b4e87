package dev.belay.emulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.fault.FaultBook;
import dev.belay.emulator.operation.Reply;
import dev.belay.emulator.provisioning.Outcome;
import dev.belay.emulator.provisioning.ProvisioningRequest;
import dev.belay.emulator.router.Router;
import dev.belay.emulator.time.Scheduled;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.Directory;
import dev.belay.emulator.world.World;
import dev.belay.emulator.world.WorldInvariants;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.types.catalog.Catalog;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A world with one subscription and one group, and the deployments' operations over it. */
final class Scene {

    static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000002";
    static final Scope.ResourceGroup SHOP = new Scope.ResourceGroup(SUBSCRIPTION, "shop");
    static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private static final Catalog CATALOG = Catalog.standard();

    private final Router router = Router.standard(CATALOG);
    private World world;

    Scene() {
        World empty = World.empty("00000000-0000-0000-0000-000000000001", START);
        world =
                empty.with(
                        empty.directory().with(new Directory.Subscription(SUBSCRIPTION, "Shop")));
        group("shop");
    }

    Scene group(String name) {
        var id = ResourceId.of(new Scope.ResourceGroup(SUBSCRIPTION, name));
        return put(id, "2021-04-01", "{'location': 'westeurope'}");
    }

    /** Puts a resource as its owner would, to its end. */
    Scene put(ResourceId id, String apiVersion, String body) {
        Outcome outcome =
                router.provisioning()
                        .write(
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
                        world.script().faults().entries().plus(new FaultBook.Entry(fault, 0, 0)));
        world = world.with(world.script().withFaults(faults));
        return this;
    }

    Scene change(UnaryOperator<World> how) {
        world = how.apply(world);
        return this;
    }

    /** The PUT of the resource is refused with 409 when it arrives. */
    Scene refuse(ResourceId id, String code) {
        return fault(
                on(
                        id,
                        Fault.Stage.REQUEST,
                        new Fault.Then.Fail(409, ArmError.of(code, "Refused by the test."))));
    }

    /** The PUT of the resource is accepted and then fails. */
    Scene fail(ResourceId id, String code) {
        return fault(
                on(
                        id,
                        Fault.Stage.PROVISIONING,
                        new Fault.Then.Fail(409, ArmError.of(code, "Failed by the test."))));
    }

    static Fault on(ResourceId id, Fault.Stage stage, Fault.Then then) {
        return new Fault(
                new Fault.When(
                        Set.of(Method.PUT),
                        Optional.empty(),
                        Optional.of(id),
                        Optional.empty(),
                        stage,
                        Map.of(),
                        Map.of()),
                then,
                1);
    }

    World world() {
        return world;
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

    /** Deploys in mode Complete and runs it to its end. */
    JsonObject complete(String name, String template) {
        return complete(name, template, "2021-04-01");
    }

    JsonObject complete(String name, String template, String apiVersion) {
        ArmResponse put =
                send(
                        Method.PUT,
                        deployment(name) + "?api-version=" + apiVersion,
                        "{'properties': {'mode': 'Complete', 'template': " + template + "}}");
        assertThat(put.succeeded()).as(put.body()).isTrue();
        runAll();
        return get(deployment(name));
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
        String uri =
                path.contains("api-version=")
                        ? path
                        : path + (path.contains("?") ? "&" : "?") + "api-version=2021-04-01";
        URI target = URI.create("https://arm.test" + uri.replace(" ", "%20"));
        Reply reply =
                router.handle(
                        world,
                        body.isEmpty()
                                ? ArmRequest.of(method, target)
                                : ArmRequest.of(method, target, body),
                        world.now());
        world = reply.after();
        return reply;
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
            world = router.run(world, due.get());
            due = world.agenda().due(until);
        }
        if (!until.isAfter(START.plus(Duration.ofDays(30)))) {
            world = world.at(until);
        }
        assertThat(WorldInvariants.broken(world)).isEmpty();
        return this;
    }

    static JsonObject object(String text) {
        return JsonReader.lenient().read(text).asObject().orElseThrow();
    }

    /** A template of the resources, written with single quotes. */
    static String template(String resources) {
        return header("'resources': [" + resources + "]") + "}";
    }

    static String template(String members, String outputs) {
        return header(members) + ", 'outputs': " + outputs + "}";
    }

    private static String header(String members) {
        return "{'$schema':"
                   + " 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',"
                   + " 'contentVersion': '1.0.0.0', "
                + members;
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
