package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.resource;
import static dev.belay.emulator.deployment.Scene.securityGroup;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Deployments that go well: order, time, shapes. */
class DeploymentEngineTest {

    @Test
    void a_deployment_is_accepted_then_runs_then_has_succeeded() {
        var scene = new Scene();

        ArmResponse put = scene.deploy("one", template(storage("shop1", "")));
        String link = put.headers().first("Azure-AsyncOperation").orElseThrow();
        JsonObject accepted = scene.get(link.substring("https://arm.test".length()));
        scene.runAll();
        JsonObject ended = scene.get(link.substring("https://arm.test".length()));
        JsonObject shown = scene.get(deployment("one"));

        assertThat(put.status()).isEqualTo(201);
        assertThat(put.json().orElseThrow().textAt("/properties/provisioningState"))
                .contains("Accepted");
        assertThat(put.headers().first("Retry-After")).contains("1");
        assertThat(accepted.toText()).isEqualTo("{\"status\":\"Accepted\"}");
        assertThat(ended.toText()).isEqualTo("{\"status\":\"Succeeded\"}");
        assertThat(shown.textAt("/properties/provisioningState")).contains("Succeeded");
        assertThat(shown.textAt("/properties/outputResources/0/id"))
                .contains(resource("Microsoft.Storage/storageAccounts", "shop1").path());
        assertThat(scene.world().find(resource("Microsoft.Storage/storageAccounts", "shop1")))
                .isPresent();
    }

    @Test
    void independent_resources_overlap_in_time_and_dependants_wait() {
        var scene = new Scene();

        scene.deploy(
                "three",
                template(
                        storage("shop1", "")
                                + ","
                                + storage("shop2", "")
                                + ","
                                + securityGroup(
                                        "nsg",
                                        ", 'dependsOn': ['shop1',"
                                            + " '[resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                            + " \\'shop2\\')]']")));
        scene.runAll();

        List<DeploymentRecord.Operation> operations = scene.record("three").operations();
        assertThat(operations).hasSize(3);
        assertThat(operations.get(0).startedAt()).isEqualTo(operations.get(1).startedAt());
        assertThat(operations.get(0).changedAt()).isAfter(operations.get(1).startedAt());
        assertThat(operations.get(2).startedAt())
                .isEqualTo(operations.get(1).changedAt())
                .isEqualTo(operations.get(0).changedAt());
        assertThat(scene.record("three").state()).isEqualTo("Succeeded");
        assertThat(scene.get(deployment("three")).at("/properties/dependencies/0/dependsOn"))
                .hasValueSatisfying(all -> assertThat(all.asArray().orElseThrow()).hasSize(2));
    }

    @Test
    void a_reference_is_finished_when_what_it_names_stands() {
        var scene = new Scene();

        scene.deploy(
                "late",
                template(
                        "'resources': ["
                                + storage("shop1", "")
                                + ","
                                + securityGroup(
                                        "nsg",
                                        ", 'tags': {'blob':"
                                            + " '[reference(resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                            + " \\'shop1\\'),"
                                            + " \\'2023-05-01\\').primaryEndpoints.blob]'}")
                                + "]",
                        "{'endpoint': {'type': 'string', 'value':"
                                + " '[reference(resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                + " \\'shop1\\'), \\'2023-05-01\\').primaryEndpoints.blob]'},"
                                + " 'SHOP_KEY': {'type': 'secureString', 'value':"
                                + " '[listKeys(resourceId(\\'Microsoft.Storage/storageAccounts\\',"
                                + " \\'shop1\\'), \\'2023-05-01\\').keys[0].value]'}}"));
        scene.runAll();

        JsonObject shown = scene.get(deployment("late"));
        assertThat(shown.textAt("/properties/provisioningState"))
                .as(scene.get(deployment("late") + "/operations").toText())
                .contains("Succeeded");
        assertThat(shown.textAt("/properties/outputs/endpoint/value").orElseThrow())
                .startsWith("https://shop1.blob.");
        assertThat(shown.at("/properties/outputs/shoP_KEY").map(Json::toText))
                .contains("{\"type\":\"SecureString\"}");
        assertThat(
                        scene.world()
                                .find(resource("Microsoft.Network/networkSecurityGroups", "nsg"))
                                .orElseThrow()
                                .body()
                                .textAt("/tags/blob"))
                .isEqualTo(shown.textAt("/properties/outputs/endpoint/value"));
        assertThat(scene.record("late").operations().getLast().kind())
                .isIn("EvaluateDeploymentOutput", "Action");
    }

    @Test
    void a_name_that_is_free_again_answers_200_and_replaces_the_record() {
        var scene = new Scene();
        scene.deploy("one", template(storage("shop1", "")));
        scene.runAll();

        ArmResponse again = scene.deploy("one", template(storage("shop2", "")));
        scene.runAll();

        assertThat(again.status()).isEqualTo(200);
        assertThat(scene.record("one").state()).isEqualTo("Succeeded");
        assertThat(scene.get(deployment("one") + "/operations").at("/value"))
                .hasValueSatisfying(all -> assertThat(all.asArray().orElseThrow()).hasSize(1));
    }

    @Test
    void the_short_path_and_a_slash_at_the_end_work_too() {
        var scene = new Scene();
        scene.deploy("one", template(storage("shop1", "")));
        scene.runAll();

        String shortPath =
                "/subscriptions/" + Scene.SUBSCRIPTION + "/resourcegroups/SHOP/deployments/one";

        assertThat(scene.get(shortPath + "/operations").textAt("/value/0/properties/statusCode"))
                .isPresent();
        assertThat(scene.get(shortPath).textAt("/id")).contains(deployment("one"));
        assertThat(scene.get(deployment("")).textAt("/value/0/name")).contains("one");
        assertThat(scene.get(deployment("") + "?$filter=provisioningState eq 'Failed'").toText())
                .isEqualTo("{\"value\":[]}");
        assertThat(scene.send(Method.HEAD, deployment("one"), "").status()).isEqualTo(204);
        assertThat(scene.send(Method.HEAD, deployment("two"), "").status()).isEqualTo(404);
    }

    @Test
    void a_reference_by_bare_name_waits_for_the_resource_and_reads_it() {
        var scene = new Scene();

        scene.deploy(
                "bare",
                template(
                        storage("shop1", "")
                                + ","
                                + storage(
                                        "shop2",
                                        ", 'properties': {'customDomain': {'name':"
                                            + " '[reference(\\'shop1\\').primaryEndpoints.blob]'}}")));
        scene.runAll();

        assertThat(scene.record("bare").state())
                .as(scene.get(deployment("bare")).toText())
                .isEqualTo("Succeeded");
        assertThat(scene.record("bare").operations())
                .extracting(DeploymentRecord.Operation::kind)
                .containsExactly("Create", "Create");
    }
}
