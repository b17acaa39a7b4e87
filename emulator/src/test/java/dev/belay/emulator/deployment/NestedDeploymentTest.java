package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.ResourceId;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.fault.Fault;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

/** Nested deployments are deployments of their own. */
class NestedDeploymentTest {

    private static String nested(String name, String more, String scope, String template) {
        return "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name': '"
                + name
                + "'"
                + more
                + ", 'properties': {'mode': 'Incremental', 'expressionEvaluationOptions':"
                + " {'scope': '"
                + scope
                + "'}, 'template': "
                + template
                + "}}";
    }

    private static ResourceId shop(String name) {
        return resource("Microsoft.Storage/storageAccounts", name);
    }

    @Test
    void an_inner_deployment_has_its_own_record_operations_and_outputs() {
        var scene = new Scene();
        String inner =
                template(
                        "'variables': {'name': 'shop9'}, 'resources': ["
                                + storage("[variables(\\'name\\')]", "")
                                + "]",
                        "{'id': {'type': 'string', 'value':"
                                + " '[resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                + " variables(\\'name\\'))]'}}");

        scene.deploy(
                "root",
                template(
                        "'resources': [" + nested("inner", "", "inner", inner) + "]",
                        "{'made': {'type': 'string', 'value':"
                                + " '[reference(\\'inner\\').outputs.id.value]'}}"));
        scene.runAll();

        JsonObject root = scene.get(deployment("root"));
        assertThat(root.textAt("/properties/provisioningState"))
                .as(root.toText())
                .contains("Succeeded");
        assertThat(root.textAt("/properties/outputs/made/value")).contains(shop("shop9").path());
        assertThat(root.textAt("/properties/outputResources/0/id")).contains(shop("shop9").path());
        assertThat(scene.get(deployment("inner")).textAt("/properties/outputs/id/value"))
                .contains(shop("shop9").path());
        assertThat(scene.record("inner").correlationId())
                .isEqualTo(scene.record("root").correlationId());
        assertThat(scene.record("root").operations().getFirst().target())
                .contains(ResourceId.of(deployment("inner")));
    }

    @Test
    void an_outer_deployment_reads_its_parents_variables() {
        var scene = new Scene();
        String inner = template(storage("[variables(\\'name\\')]", ""));

        scene.deploy(
                "root",
                template(
                        "'variables': {'name': 'shop7'}, 'resources': ["
                                + nested("outer", "", "outer", inner)
                                + "]",
                        "{}"));
        scene.runAll();

        assertThat(scene.record("root").state()).isEqualTo("Succeeded");
        assertThat(scene.world().find(shop("shop7"))).isPresent();
    }

    @Test
    void a_parameter_that_only_the_deployment_knows_is_handed_in() {
        var scene = new Scene();
        String inner =
                template(
                        "'parameters': {'blob': {'type': 'string'}}, 'resources': ["
                                + Scene.securityGroup(
                                        "nsg", ", 'tags': {'blob': '[parameters(\\'blob\\')]'}")
                                + "]",
                        "{}");
        String handed =
                "'parameters': {'blob': {'value':"
                        + " '[reference(resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                        + " \\'shop1\\'), \\'2023-05-01\\').primaryEndpoints.blob]'}}, ";

        scene.deploy(
                "root",
                template(
                        storage("shop1", "")
                                + ","
                                + nested("inner", "", "inner", inner)
                                        .replace("'template':", handed + "'template':")));
        scene.runAll();

        JsonObject shown = scene.get(deployment("inner"));
        assertThat(scene.record("root").state())
                .as(scene.get(deployment("root")).toText())
                .isEqualTo("Succeeded");
        assertThat(shown.textAt("/properties/parameters/blob/value").orElseThrow())
                .startsWith("https://shop1.blob.");
        assertThat(
                        scene.world()
                                .find(resource("Microsoft.Network/networkSecurityGroups", "nsg"))
                                .orElseThrow()
                                .body()
                                .textAt("/tags/blob")
                                .orElseThrow())
                .startsWith("https://shop1.blob.");
    }

    @Test
    void a_nested_deployment_into_another_group_stands_there() {
        Scene scene = new Scene().group("other");

        scene.deploy(
                "root",
                template(
                        nested(
                                "there",
                                ", 'resourceGroup': 'other'",
                                "inner",
                                template(storage("shop5", "")))));
        scene.runAll();

        String there = deployment("there").replace("/shop/", "/other/");
        assertThat(scene.get(there).textAt("/properties/provisioningState")).contains("Succeeded");
        assertThat(scene.get(there).textAt("/properties/outputResources/0/id").orElseThrow())
                .contains("/resourceGroups/other/");
        assertThat(scene.record("root").state()).isEqualTo("Succeeded");
    }

    @Test
    void a_nested_deployment_into_a_missing_group_is_refused_at_once() {
        var scene = new Scene();

        ArmResponse put =
                scene.deploy(
                        "root",
                        template(
                                nested(
                                        "there",
                                        ", 'resourceGroup': 'nowhere'",
                                        "inner",
                                        template(storage("shop5", "")))));

        assertThat(put.status()).isEqualTo(404);
        assertThat(put.error().orElseThrow().code()).isEqualTo("ResourceGroupNotFound");
        assertThat(scene.world().deployments()).isEmpty();
    }

    @Test
    void a_failure_inside_is_told_level_by_level() {
        Scene scene = new Scene().refuse(shop("shop5"), "QuotaExceeded");

        scene.deploy(
                "root", template(nested("inner", "", "inner", template(storage("shop5", "")))));
        scene.runAll();

        JsonObject root = scene.get(deployment("root"));
        assertThat(root.textAt("/properties/error/code")).contains("DeploymentFailed");
        assertThat(root.textAt("/properties/error/details/0/code"))
                .contains("ResourceDeploymentFailure");
        assertThat(root.textAt("/properties/error/details/0/details/0/code"))
                .contains("DeploymentFailed");
        assertThat(root.textAt("/properties/error/details/0/details/0/details/0/code"))
                .contains("QuotaExceeded");
        assertThat(scene.get(deployment("inner")).textAt("/properties/provisioningState"))
                .contains("Failed");
    }

    @Test
    void cancelling_the_root_cancels_what_is_nested_and_runs() {
        Scene scene =
                new Scene()
                        .fault(
                                Scene.on(
                                        shop("shop5"),
                                        Fault.Stage.PROVISIONING,
                                        new Fault.Then.Hang()));
        scene.deploy(
                "root", template(nested("inner", "", "inner", template(storage("shop5", "")))));
        scene.runAll();

        scene.send(Method.POST, deployment("root") + "/cancel", "");
        scene.runAll();

        assertThat(scene.record("root").state()).isEqualTo("Canceled");
        assertThat(scene.record("inner").state()).isEqualTo("Canceled");
    }

    @Test
    void a_nested_name_that_runs_already_fails_the_step() {
        Scene scene =
                new Scene()
                        .fault(
                                Scene.on(
                                        shop("shop5"),
                                        Fault.Stage.PROVISIONING,
                                        new Fault.Then.Hang()));
        scene.deploy("inner", template(storage("shop5", "")));
        scene.runAll();

        scene.deploy(
                "root", template(nested("inner", "", "inner", template(storage("shop6", "")))));
        scene.runAll();

        assertThat(scene.get(deployment("root")).textAt("/properties/error/details/0/code"))
                .contains("DeploymentActive");
    }
}
