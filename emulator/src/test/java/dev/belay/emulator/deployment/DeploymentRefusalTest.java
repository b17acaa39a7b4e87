package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;

import org.junit.jupiter.api.Test;

/** Deployments that never begin. */
class DeploymentRefusalTest {

    private static ArmResponse put(Scene scene, String body) {
        return scene.send(Method.PUT, deployment("one"), body);
    }

    private static void untouched(Scene scene) {
        assertThat(scene.world().deployments()).isEmpty();
        assertThat(scene.world().agenda().all()).isEmpty();
    }

    @Test
    void a_body_that_is_no_json_or_lacks_properties_is_refused() {
        var scene = new Scene();

        ArmResponse broken = put(scene, "{");
        ArmResponse empty = put(scene, "{}");

        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.error().orElseThrow().code()).isEqualTo("InvalidRequestContent");
        assertThat(empty.error().orElseThrow().message())
                .isEqualTo(
                        "The request content was invalid and could not be deserialized: 'Required"
                                + " property 'properties' not found in JSON. Path '', line 1,"
                                + " position 2.'.");
        untouched(scene);
    }

    @Test
    void a_body_as_az_sends_it_is_read() {
        var scene = new Scene();

        ArmResponse put =
                put(
                        scene,
                        "{\"properties\": {\"parameters\": {}, \"mode\": \"Incremental\","
                            + " template:{ // a comment\n"
                            + " \"$schema\":"
                            + " \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\",\n"
                            + " /* another\n"
                            + " one */ \"contentVersion\": \"1.0.0.0\", \"resources\": []}}}");
        scene.runAll();

        assertThat(put.status()).isEqualTo(201);
        assertThat(scene.record("one").state()).isEqualTo("Succeeded");
    }

    @Test
    void a_wrong_template_is_refused_with_its_place() {
        var scene = new Scene();

        ArmResponse put =
                scene.deploy(
                        "one",
                        template(
                                "'parameters': {'size': {'type': 'string'}}, 'resources': []",
                                "{}"));

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidTemplate");
        assertThat(put.error().orElseThrow().message())
                .startsWith(
                        "Deployment template validation failed: 'The value for the template"
                                + " parameter 'size' at line '1' and column '")
                .endsWith("for usage details.'.");
        assertThat(put.json().orElseThrow().textAt("/error/additionalInfo/0/type"))
                .contains("TemplateViolation");
        assertThat(put.json().orElseThrow().textAt("/error/additionalInfo/0/info/path"))
                .contains("properties.template.parameters.size");
        untouched(scene);
    }

    @Test
    void preflight_names_unknown_types_and_bad_names_before_anything_is_written() {
        var scene = new Scene();

        ArmResponse put =
                scene.deploy(
                        "one",
                        template(
                                storage("Bad_Name_Of_An_Account_That_Is_Long", "")
                                        + ", {'type': 'Microsoft.Nowhere/things', 'apiVersion':"
                                        + " '2023-05-01', 'name': 'x'}"));

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidTemplateDeployment");
        assertThat(put.error().orElseThrow().details()).hasSize(2);
        assertThat(put.error().orElseThrow().details().get(1).code())
                .isEqualTo("InvalidResourceNamespace");
        untouched(scene);
    }

    @Test
    void a_running_name_is_refused_as_active_and_cannot_be_deleted() {
        var scene = new Scene();
        scene.deploy("one", template(storage("shop1", "")));

        ArmResponse again = scene.deploy("one", template(storage("shop1", "")));
        ArmResponse delete = scene.send(Method.DELETE, deployment("one"), "");
        boolean timeMayMove = scene.reply(Method.PUT, deployment("one"), "{}").poll().isPresent();

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.error().orElseThrow().message())
                .isEqualTo(
                        "Unable to edit or replace deployment 'one': previous deployment from"
                                + " '5/4/2026 8:00:00 AM' is still active (expiration time is"
                                + " '5/11/2026 8:00:00 AM'). Please see https://aka.ms/arm-deploy"
                                + " for usage details.");
        assertThat(delete.status()).isEqualTo(409);
        assertThat(timeMayMove).isTrue();
    }

    @Test
    void a_deleted_deployment_is_gone_and_its_resources_stay() {
        var scene = new Scene();
        scene.deploy("one", template(storage("shop1", "")));
        scene.runAll();

        ArmResponse delete = scene.send(Method.DELETE, deployment("one"), "");
        String link = delete.headers().first("Location").orElseThrow();
        ArmResponse done =
                scene.send(
                        Method.GET,
                        link.substring("https://arm.test".length())
                                .replace("?api-version=2021-04-01", ""),
                        "");

        assertThat(delete.status()).isEqualTo(202);
        assertThat(done.status()).isEqualTo(204);
        assertThat(scene.send(Method.GET, deployment("one"), "").status()).isEqualTo(404);
        assertThat(scene.send(Method.DELETE, deployment("one"), "").status()).isEqualTo(204);
        assertThat(scene.world().resources().byId())
                .containsKey(Scene.resource("Microsoft.Storage/storageAccounts", "shop1").folded());
    }

    @Test
    void a_linked_template_that_cannot_be_had_is_refused() {
        var scene = new Scene();

        ArmResponse put =
                put(
                        scene,
                        "{'properties': {'mode': 'Incremental', 'templateLink': {'uri':"
                                + " 'https://example.test/a.json'}}}");

        assertThat(put.status()).isEqualTo(400);
        assertThat(put.error().orElseThrow().code()).isEqualTo("InvalidContentLink");
    }

    @Test
    void a_full_history_refuses_new_names_where_cleaning_is_switched_off() {
        var scene = new Scene();
        scene.deploy("one", template(""));
        scene.runAll();
        var record = scene.record("one");
        for (int i = 2; i <= 800; i++) {
            int number = i;
            scene.change(world -> world.with(Records.named(record, "old-" + number)));
        }
        scene.change(
                world ->
                        world.with(
                                world.directory()
                                        .withFeature(
                                                "/subscriptions/"
                                                        + Scene.SUBSCRIPTION
                                                        + "/providers/Microsoft.Features/providers/Microsoft.Resources/features/DisableDeploymentGrooming",
                                                "Registered")));

        ArmResponse newName = scene.deploy("new", template(""));
        ArmResponse oldName = scene.deploy("one", template(""));

        assertThat(newName.error().orElseThrow().code()).isEqualTo("DeploymentQuotaExceeded");
        assertThat(oldName.status()).isEqualTo(200);
    }

    @Test
    void a_missing_group_is_told_first() {
        var scene = new Scene();

        ArmResponse get = scene.send(Method.GET, deployment("one").replace("shop", "nowhere"), "");

        assertThat(get.status()).isEqualTo(404);
        assertThat(get.error().orElseThrow().code()).isEqualTo("ResourceGroupNotFound");
    }

    @Test
    void validate_answers_like_a_deployment_and_begins_nothing() {
        var scene = new Scene();

        ArmResponse fine =
                scene.send(
                        Method.POST,
                        deployment("one") + "/validate",
                        "{'properties': {'mode': 'Incremental', 'template': "
                                + template(storage("shop1", ""))
                                + "}}");

        assertThat(fine.status()).isEqualTo(200);
        assertThat(fine.json().orElseThrow().textAt("/properties/duration")).contains("PT0S");
        assertThat(fine.json().orElseThrow().textAt("/properties/validatedResources/0/id"))
                .contains(Scene.resource("Microsoft.Storage/storageAccounts", "shop1").path());
        untouched(scene);
    }
}
