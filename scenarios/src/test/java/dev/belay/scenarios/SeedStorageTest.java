package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.ArmResponse;
import dev.belay.arm.wire.Method;
import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The storage account of the page that it all began with: other tools fail on it, Belay restores
 * it.
 */
class SeedStorageTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/harness-arm-test";
    private static final String ACCOUNT =
            GROUP + "/providers/Microsoft.Storage/storageAccounts/storagewfvariables1234";
    private static final String FILES = ACCOUNT + "/fileServices/default";
    private static final Map<String, String> VERSIONS =
            Map.of(
                    "microsoft.storage/storageaccounts", "2023-05-01",
                    "microsoft.storage/storageaccounts/fileservices", "2023-05-01",
                    "microsoft.storage/storageaccounts/blobservices", "2023-05-01");

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "harness-arm-test", "location": "westus"}],
             "resources": [{"id": "%s", "apiVersion": "2023-05-01",
               "body": {"location": "westus", "kind": "StorageV2", "sku": {"name": "Standard_LRS"},
                        "properties": {"accessTier": "Hot", "minimumTlsVersion": "TLS1_2"}}}]}\
            """
                    .formatted(ACCOUNT);

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "storagewfvariables1234",
               "location": "westus", "kind": "StorageV2", "sku": {"name": "Standard_LRS"},
               "properties": {"accessTier": "Cool", "minimumTlsVersion": "TLS1_2"}},
              {"type": "Microsoft.Storage/storageAccounts/fileServices", "apiVersion": "2023-05-01",
               "name": "storagewfvariables1234/default",
               "properties": {"shareDeleteRetentionPolicy": {"enabled": true, "days": 9}},
               "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'storagewfvariables1234')]"]},
              {"type": "Microsoft.Storage/storageAccounts/blobServices", "apiVersion": "2023-05-01",
               "name": "no-such-account/default", "properties": {},
               "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts/fileServices', 'storagewfvariables1234', 'default')]"]}]}\
            """;

    @TempDir private Path temporary;

    @Test
    void a_get_that_is_put_back_as_other_tools_do_fails_with_the_error_of_the_page()
            throws Exception {
        var scene = Scene.in(temporary, WORLD);
        var arm = scene.arm();
        ArmResponse seen = new OutsideReader(arm).get(FILES, "2023-05-01");
        assertThat(seen.json().flatMap(json -> json.at("/properties/protocolSettings/smb")))
                .contains(Json.object());

        ArmResponse answer =
                arm.send(
                        ArmRequest.of(
                                Method.PUT,
                                URI.create(FILES + "?api-version=2023-05-01"),
                                JsonObject.of(
                                                "properties",
                                                seen.json()
                                                        .orElseThrow()
                                                        .at("/properties")
                                                        .orElseThrow())
                                        .toText()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().orElseThrow().code()).isEqualTo("InvalidXmlDocument");
        assertThat(answer.error().orElseThrow().message())
                .startsWith("XML specified is not syntactically valid.");
    }

    @Test
    void belay_restores_it() {
        var scene = Scene.in(temporary, WORLD);
        scene.file("main.json", TEMPLATE);
        var ids = List.of(ACCOUNT, FILES, ACCOUNT + "/blobServices/default");
        Map<String, Json> before = scene.outside().bodies(ids, VERSIONS);

        Scene.Ran ran = scene.belay("deploy", "-g", "harness-arm-test", "-f", "main.json");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.verdict()).isEqualTo("RESTORED");
        assertThat(ran.report().textAt("/failure/code")).contains("ParentResourceNotFound");
        assertThat(OutsideReader.differences(before, scene.outside().bodies(ids, VERSIONS)))
                .isEmpty();
    }

    @Test
    void without_belay_the_same_deployment_leaves_both_changed() {
        var scene = Scene.in(temporary, WORLD);
        scene.file("main.json", TEMPLATE);
        var ids = List.of(ACCOUNT, FILES);
        Map<String, Json> before = scene.outside().bodies(ids, VERSIONS);

        Scene.Ran ran =
                scene.belay(
                        "deploy",
                        "-g",
                        "harness-arm-test",
                        "-f",
                        "main.json",
                        "--on-failure",
                        "keep");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(7);
        assertThat(OutsideReader.differences(before, scene.outside().bodies(ids, VERSIONS)))
                .anyMatch(path -> path.endsWith("#/properties/accessTier"))
                .anyMatch(path -> path.contains("#/properties/shareDeleteRetentionPolicy"));
    }
}
