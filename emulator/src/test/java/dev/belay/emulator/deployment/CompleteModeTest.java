package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.SHOP;
import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ArmError;
import dev.belay.arm.ResourceId;
import dev.belay.arm.Scope;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.StoredResource;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mode Complete. Evidence: documented (learn.microsoft.com, "deployment-modes" and
 * "deployment-complete-mode-deletion") unless a test says something else.
 */
class CompleteModeTest {

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

    @Test
    void what_the_template_lacks_is_deleted_after_all_writes_with_its_automatic_children() {
        Scene scene = scene();
        assertThat(scene.world().resources().below(OLD)).isNotEmpty();

        JsonObject shown = scene.complete("one", template(storage("new1", "")));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(shown.textAt("/properties/mode")).contains("Complete");
        assertThat(stands(scene, resource(STORAGE, "new1"))).isTrue();
        assertThat(stands(scene, OLD)).isFalse();
        assertThat(stands(scene, OLD_NSG)).isFalse();
        assertThat(scene.world().resources().below(OLD)).isEmpty();
        // DeploymentCleanup without a target, after the creates: recorded; Delete: documented kind.
        assertThat(operations(scene, "one"))
                .containsExactly(
                        "Create new1", "DeploymentCleanup -", "Delete oldnsg", "Delete old1");
        assertThat(scene.record("one").operations())
                .extracting(DeploymentRecord.Operation::state)
                .containsOnly("Succeeded");
        assertThat(shown.at("/properties/outputResources").orElseThrow().toText())
                .contains("new1")
                .doesNotContain("old1");
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
    void nothing_is_deleted_by_a_deployment_that_fails() {
        Scene scene = scene().refuse(resource(STORAGE, "new1"), "StorageAccountAlreadyTaken");

        JsonObject shown = scene.complete("one", template(storage("new1", "")));

        assertThat(state(shown)).isEqualTo("Failed");
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(stands(scene, OLD_NSG)).isTrue();
        assertThat(operations(scene, "one")).containsExactly("Create new1");
    }

    @Test
    void types_that_the_table_leaves_alone_stay() {
        ResourceId zone = resource("Microsoft.Network/dnsZones", "shop.test");
        ResourceId record = ResourceId.of(zone.path() + "/CNAME/www");
        Scene scene =
                new Scene()
                        .put(zone, "2018-05-01", "{'location': 'global', 'properties': {}}")
                        .put(
                                record,
                                "2018-05-01",
                                "{'properties': {'TTL': 60, 'CNAMERecord': {'cname': 'a.test'}}}");

        JsonObject shown =
                scene.complete(
                        "one",
                        template(
                                "{'type': 'Microsoft.Network/dnsZones', 'apiVersion': '2018-05-01',"
                                        + " 'name': 'shop.test', 'location': 'global'}"));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, record)).isTrue();
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
    void resources_of_a_nested_deployment_into_the_group_count_as_the_templates_own() {
        Scene scene = scene();
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'properties': {'mode': 'Incremental', 'template': "
                        + template(storage("old1", ""))
                        + "}}";

        JsonObject shown = scene.complete("one", template(nested));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(stands(scene, OLD_NSG)).isFalse();
    }

    @Test
    void other_groups_that_a_nested_deployment_reaches_are_never_cleaned() {
        var other = new Scope.ResourceGroup(Scene.SUBSCRIPTION, "other");
        ResourceId bystander = ResourceId.of(other.path() + "/providers/" + STORAGE + "/bystander");
        Scene scene = scene().group("other").put(bystander, "2023-05-01", BODY);
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'resourceGroup': 'other', 'properties': {'mode':"
                        + " 'Incremental', 'template': "
                        + template(storage("new1", ""))
                        + "}}";

        JsonObject shown = scene.complete("one", template(nested));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, bystander)).isTrue();
        assertThat(stands(scene, OLD)).isFalse();
    }

    @Test
    void a_false_condition_deletes_since_2019_05_10_and_keeps_before() {
        String template = template(storage("old1", ", 'condition': false"));

        Scene older = scene();
        older.complete("one", template, "2018-05-01");
        Scene newer = scene();
        newer.complete("one", template, "2019-05-10");

        assertThat(stands(older, OLD)).isTrue();
        assertThat(stands(older, OLD_NSG)).isFalse();
        assertThat(stands(newer, OLD)).isFalse();
    }

    @Test
    void under_a_lock_of_the_group_nothing_is_deleted() {
        Scene scene = scene().put(lock(ResourceId.of(SHOP)), "2020-05-01", LOCKED);

        JsonObject shown = scene.complete("one", template(storage("new1", "")));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, OLD)).isTrue();
        assertThat(operations(scene, "one")).containsExactly("Create new1", "DeploymentCleanup -");
    }

    private static ResourceId lock(ResourceId on) {
        return ResourceId.of(on.path() + "/providers/Microsoft.Authorization/locks/keep");
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
    void a_managed_resource_stays() {
        ResourceId disk = resource("Microsoft.Compute/disks", "managed");
        Scene scene =
                new Scene()
                        .put(
                                disk,
                                "2023-04-02",
                                "{'location': 'westeurope', 'properties': {'creationData':"
                                        + " {'createOption': 'Empty'}, 'diskSizeGB': 8}}")
                        .change(
                                world -> {
                                    StoredResource stored = world.find(disk).orElseThrow();
                                    JsonObject body =
                                            stored.body().with("managedBy", Json.of(OLD.path()));
                                    return world.with(stored.withBody(body));
                                });

        JsonObject shown = scene.complete("one", template(""));

        assertThat(state(shown)).isEqualTo("Succeeded");
        assertThat(stands(scene, disk)).isTrue();
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

    /** Text and code reported (Azure/azure-cli#26873, Azure/azure-rest-api-specs#43400). */
    @Test
    void above_resource_groups_the_mode_is_refused() {
        Scene scene = scene();

        ArmResponse put =
                scene.send(
                        Method.PUT,
                        "/subscriptions/"
                                + Scene.SUBSCRIPTION
                                + "/providers/Microsoft.Resources/deployments/one",
                        "{'location': 'westeurope', 'properties': {'mode': 'Complete', 'template':"
                                + " "
                                + template("")
                                + "}}");

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidDeployment");
        assertThat(put.error().orElseThrow().message())
                .contains("mode 'Complete' is not supported for deployment at the current scope");
    }

    @Test
    void a_nested_deployment_must_be_incremental() {
        Scene scene = scene();
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'properties': {'mode': 'Complete', 'template': "
                        + template("")
                        + "}}";

        ArmResponse put = scene.deploy("one", template(nested));

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidTemplate");
        assertThat(put.error().orElseThrow().message()).contains("nested deployment 'inner'");
        assertThat(stands(scene, OLD)).isTrue();
    }
}
