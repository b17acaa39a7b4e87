package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.SHOP;
import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How mode Complete deletes. Evidence: documented (learn.microsoft.com, "deployment-modes") unless
 * a test says something else.
 */
class CleanUpTest {

    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final String NSG = "Microsoft.Network/networkSecurityGroups";
    private static final String BODY =
            "{'location': 'westeurope', 'kind': 'StorageV2', 'sku': {'name': 'Standard_LRS'},"
                    + " 'properties': {}}";
    private static final String SERVER =
            "{'location': 'westeurope', 'properties': {'administratorLogin': 'boss',"
                    + " 'administratorLoginPassword': 'Pa55!word'}}";
    private static final String DATABASE = "{'location': 'westeurope'}";
    private static final String LOCKED = "{'properties': {'level': 'CanNotDelete'}}";
    private static final ResourceId OLD = resource(STORAGE, "old1");
    private static final ResourceId OLD_NSG = resource(NSG, "oldnsg");

    private static Scene scene() {
        return new Scene()
                .put(OLD, "2023-05-01", BODY)
                .put(OLD_NSG, "2023-11-01", "{'location': 'westeurope', 'properties': {}}");
    }

    private static String state(JsonObject deployment) {
        return deployment.textAt("/properties/provisioningState").orElseThrow();
    }

    private static boolean stands(Scene scene, ResourceId id) {
        return scene.world().find(id).isPresent();
    }

    private static List<String> operations(Scene scene, String name) {
        return scene.record(name).operations().stream()
                .map(one -> one.kind() + " " + one.target().map(ResourceId::name).orElse("-"))
                .toList();
    }

    private static ResourceId lock(ResourceId on) {
        return ResourceId.of(on.path() + "/providers/Microsoft.Authorization/locks/keep");
    }

    @Test
    void deletions_take_virtual_time_and_the_deployment_runs_until_they_are_over() {
        Scene scene = scene();
        scene.send(
                Method.PUT,
                deployment("one"),
                "{'properties': {'mode': 'Complete', 'template': " + template("") + "}}");

        scene.runFor(Duration.ofSeconds(2));
        JsonObject during = scene.get(deployment("one"));
        boolean known =
                scene.reply(Method.GET, deployment("one"), "")
                        .poll()
                        .orElseThrow()
                        .next()
                        .isPresent();
        boolean stillThere = stands(scene, OLD_NSG);
        scene.runAll();

        assertThat(state(during)).isEqualTo("Running");
        assertThat(known).isTrue();
        assertThat(stillThere).isTrue();
        assertThat(state(scene.get(deployment("one")))).isEqualTo("Succeeded");
        assertThat(stands(scene, OLD_NSG)).isFalse();
    }

    @Test
    void a_database_goes_before_its_server() {
        ResourceId server = resource("Microsoft.Sql/servers", "sql1");
        ResourceId database = ResourceId.of(server.path() + "/databases/db1");
        Scene scene =
                new Scene().put(server, "2021-11-01", SERVER).put(database, "2021-11-01", DATABASE);

        JsonObject shown = scene.complete("one", template(""));

        assertThat(state(shown)).isEqualTo("Succeeded");
        List<String> deleted = operations(scene, "one");
        assertThat(deleted).contains("Delete db1", "Delete sql1");
        assertThat(deleted.indexOf("Delete db1")).isLessThan(deleted.indexOf("Delete sql1"));
        assertThat(stands(scene, server)).isFalse();
    }

    @Test
    void what_uses_another_thing_goes_before_it() {
        Scene scene =
                scene().put(
                                resource("Microsoft.Network/virtualNetworks", "net"),
                                "2023-11-01",
                                "{'location': 'westeurope', 'properties': {'addressSpace':"
                                        + " {'addressPrefixes': ['10.0.0.0/16']}, 'subnets':"
                                        + " [{'name': 'a', 'properties': {'addressPrefix':"
                                        + " '10.0.0.0/24', 'networkSecurityGroup': {'id': '"
                                        + OLD_NSG.path()
                                        + "'}}}]}}");

        JsonObject shown = scene.complete("one", template(storage("old1", "")));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(operations(scene, "one")).containsSubsequence("Delete net", "Delete oldnsg");
    }

    @Test
    void under_a_lock_of_the_group_nothing_is_deleted() {
        Scene scene = scene().put(lock(ResourceId.of(SHOP)), "2020-05-01", LOCKED);

        JsonObject shown = scene.complete("one", template(storage("new1", "")));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(operations(scene, "one")).containsExactly("Create new1", "DeploymentCleanup -");
    }

    /** Code and text reported (MicrosoftDocs/azure-docs#39858); that a lock is a cause inferred. */
    @Test
    void what_cannot_be_deleted_fails_the_deployment_and_the_rest_is_gone() {
        Scene scene = scene().put(lock(OLD), "2020-05-01", LOCKED);

        JsonObject shown =
                scene.complete(
                        "one",
                        template(
                                "'resources': [" + storage("new1", "") + "]",
                                "{'done': {'type': 'bool', 'value': true}}"));

        assertThat(state(shown)).isEqualTo("Failed");
        assertThat(shown.at("/properties/error").orElseThrow())
                .isEqualTo(
                        JsonObject.of(
                                "code",
                                Json.of("DeploymentFailedCleanUp"),
                                "message",
                                Json.of(
                                        "The deployment operation failed, because it was unable to"
                                            + " cleanup. Please see https://aka.ms/arm-debug for"
                                            + " usage details.")));
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(stands(scene, OLD_NSG)).isFalse();
        assertThat(stands(scene, resource(STORAGE, "new1"))).isTrue();
        assertThat(scene.get(deployment("one") + "/operations").toText()).contains("ScopeLocked");
    }

    /** Retries as documented for the deletion of a group; that they hold here is inferred. */
    @Test
    void a_provider_that_breaks_is_asked_again() {
        Scene scene =
                scene().fault(
                                new Fault(
                                        new Fault.When(
                                                Set.of(Method.DELETE),
                                                Optional.empty(),
                                                Optional.of(OLD),
                                                Optional.empty(),
                                                Fault.Stage.REQUEST,
                                                Map.of(),
                                                Map.of()),
                                        new Fault.Then.Fail(
                                                503, ArmError.of("ServerBusy", "Later.")),
                                        3));

        JsonObject shown = scene.complete("one", template(""));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, OLD)).isFalse();
    }

    @Test
    void a_cancelled_clean_up_starts_nothing_more() {
        ResourceId server = resource("Microsoft.Sql/servers", "sql1");
        ResourceId database = ResourceId.of(server.path() + "/databases/db1");
        Scene scene =
                new Scene().put(server, "2021-11-01", SERVER).put(database, "2021-11-01", DATABASE);
        scene.send(
                Method.PUT,
                deployment("one"),
                "{'properties': {'mode': 'Complete', 'template': " + template("") + "}}");
        scene.runFor(Duration.ofSeconds(2));

        ArmResponse cancel = scene.send(Method.POST, deployment("one") + "/cancel", "");
        scene.runAll();

        assertThat(cancel.status()).isEqualTo(204);
        assertThat(state(scene.get(deployment("one")))).isEqualTo("Canceled");
        assertThat(operations(scene, "one")).containsExactly("DeploymentCleanup -", "Delete db1");
        assertThat(stands(scene, database)).isFalse();
        assertThat(stands(scene, server)).isTrue();
    }
}
