package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** A secret that goes in by a parameter file is found there, and nowhere else. */
class CanaryTest {

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg-secret", "location": "westus"}],
             "resources": [{"id": "%s/resourceGroups/rg-secret/providers/Microsoft.Network/routeTables/standing", "apiVersion": "2023-09-01",
               "body": {"location": "westus", "properties": {"disableBgpRoutePropagation": false}}}]}\
            """
                    .formatted(Scene.SUBSCRIPTION);

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "parameters": {"password": {"type": "secureString"}, "parent": {"type": "string"}},
             "variables": {"hidden": "[concat('prefix-', parameters('password'))]"},
             "resources": [
              {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "standing", "location": "westus",
               "properties": {"disableBgpRoutePropagation": true}},
              {"type": "Microsoft.Sql/servers", "apiVersion": "2021-11-01", "name": "belay-canary", "location": "westus",
               "properties": {"administratorLogin": "keeper", "administratorLoginPassword": "[parameters('password')]"}},
              {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "[concat(parameters('parent'), '/inner')]",
               "condition": "[not(equals(parameters('parent'), ''))]",
               "properties": {"addressPrefix": "10.0.0.0/24"},
               "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'belay-canary')]", "[resourceId('Microsoft.Network/routeTables', 'standing')]"]}],
             "outputs": {"secret": {"type": "secureString", "value": "[variables('hidden')]"}, "open": {"type": "string", "value": "seen"}}}\
            """;

    @TempDir private Path temporary;

    @Test
    void a_failed_and_undone_deployment_leaves_the_secret_only_where_it_was_put_in()
            throws IOException {
        Scene scene = scene("no-such-network");

        Scene.Ran ran =
                scene.belay("deploy", "-g", "rg-secret", "-f", "main.json", "-p", "secret.json");
        Scene.Ran shown = scene.belay("show", ran.transaction());
        Scene.Ran saved = scene.belayText("show", ran.transaction(), "--saved");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(shown.exit()).isZero();
        assertThat(saved.exit()).isZero();
        assertThat(Canary.found(scene.folder(), ran.toString(), shown.toString(), saved.toString()))
                .containsExactly("secret.json");
    }

    @Test
    void a_success_with_a_secure_output_shows_the_open_one_only() throws IOException {
        Scene scene = scene("");

        Scene.Ran ran =
                scene.belay("deploy", "-g", "rg-secret", "-f", "main.json", "-p", "secret.json");
        Scene.Ran text = scene.belayText("show", ran.transaction());
        Scene.Ran undone = scene.belay("rollback", ran.transaction(), "--accept-deletions");

        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.report().at("/outputs").orElseThrow().toText()).contains("seen");
        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(Canary.found(scene.folder(), ran.toString(), text.toString(), undone.toString()))
                .containsExactly("secret.json");
    }

    @Test
    void a_secret_in_a_wrong_value_is_not_told_to_anybody() throws IOException {
        Scene scene = scene("");
        scene.file(
                "main.json",
                TEMPLATE.replace(
                        "\"type\": \"secureString\"}, \"parent\"",
                        "\"type\": \"secureString\", \"minLength\": 40}, \"parent\""));

        Scene.Ran ran =
                scene.belayText(
                        "deploy", "-g", "rg-secret", "-f", "main.json", "-p", "secret.json");

        assertThat(ran.exit()).as(ran.toString()).isIn(2, 6);
        assertThat(Canary.found(scene.folder(), ran.toString())).containsExactly("secret.json");
    }

    @Test
    void the_search_finds_every_way_of_writing_it() throws IOException {
        Scene scene = scene("");
        scene.file("plain.txt", "x" + Canary.SECRET + "y");
        scene.file("nested.txt", Json.of(Json.of(Canary.SECRET).toText()).toText());
        scene.file(
                "url.txt",
                "a=" + java.net.URLEncoder.encode(Canary.SECRET, StandardCharsets.UTF_8));
        for (String before : new String[] {"", "a", "ab"}) {
            scene.file(
                    "base64-" + before.length() + ".txt",
                    Base64.getEncoder()
                            .encodeToString(
                                    (before + Canary.SECRET + "tail")
                                            .getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(Canary.found(scene.folder(), Canary.SECRET))
                .containsExactly(
                        "base64-0.txt",
                        "base64-1.txt",
                        "base64-2.txt",
                        "nested.txt",
                        "plain.txt",
                        "secret.json",
                        "url.txt",
                        "text: " + Canary.SECRET);
    }

    private Scene scene(String parent) {
        Scene scene = Scene.in(temporary, WORLD);
        scene.file("main.json", TEMPLATE);
        scene.file(
                "secret.json",
                JsonObject.of(
                        "parameters",
                        JsonObject.of(
                                "password", JsonObject.of("value", Json.of(Canary.SECRET)),
                                "parent", JsonObject.of("value", Json.of(parent)))));
        return scene;
    }
}
