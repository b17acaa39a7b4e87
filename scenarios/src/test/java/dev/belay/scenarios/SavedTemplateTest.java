package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was saved, as a template for people: deployed elsewhere it makes the same resources. */
class SavedTemplateTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-case";
    private static final String NETWORK = GROUP + "/providers/Microsoft.Network/";

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg-case", "location": "westus", "tags": {"owner": "team-a", "odd": "[not an expression]"}}],
             "resources": [
              {"id": "%1$snetworkSecurityGroups/guard", "apiVersion": "2023-09-01", "body": {"location": "westus", "tags": {"a": "1"}, "properties": {"securityRules": []}}},
              {"id": "%1$svirtualNetworks/net", "apiVersion": "2023-09-01", "body": {"location": "westus", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
                "subnets": [{"name": "app", "properties": {"addressPrefix": "10.0.1.0/24", "networkSecurityGroup": {"id": "%1$snetworkSecurityGroups/guard"}}}]}}}]}\
            """
                    .formatted(NETWORK);

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "rg-case", "location": "westus"},
              {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-case", "dependsOn": ["rg-case"],
               "properties": {"mode": "Incremental", "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                 "resources": [
                  {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "guard", "location": "westus", "properties": {"securityRules": []}},
                  {"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2023-09-01", "name": "net", "location": "westus", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16", "10.1.0.0/16"]}}}]}}}]}\
            """;

    @TempDir private Path temporary;

    @Test
    void deployed_into_an_empty_world_it_makes_what_was_saved() throws IOException {
        var scene = Scene.in(Files.createDirectory(temporary.resolve("here")), WORLD);
        scene.file("main.json", TEMPLATE);
        Json group = scene.outside().get(GROUP, "2021-04-01").json().orElseThrow();
        Json net =
                scene.outside()
                        .get(NETWORK + "virtualNetworks/net", "2023-09-01")
                        .json()
                        .orElseThrow();
        Scene.Ran ran =
                scene.belay("deploy", "--scope", "sub", "--location", "westus", "-f", "main.json");
        assertThat(ran.exit()).as(ran.toString()).isZero();

        Scene.Ran shown = scene.belay("show", ran.transaction(), "--saved", "--as-template");
        Json template = shown.report();
        var elsewhere = Scene.in(Files.createDirectory(temporary.resolve("there")), "{}");
        elsewhere.file("saved.json", template);
        Scene.Ran made =
                elsewhere.belay(
                        "deploy", "--scope", "sub", "--location", "westus", "-f", "saved.json");

        assertThat(template.textAt("/metadata/description").orElseThrow())
                .contains("does not use it to restore");
        assertThat(made.exit()).as(made + "\n" + template).isZero();
        Json groupThere = elsewhere.outside().get(GROUP, "2021-04-01").json().orElseThrow();
        Json netThere =
                elsewhere
                        .outside()
                        .get(NETWORK + "virtualNetworks/net", "2023-09-01")
                        .json()
                        .orElseThrow();
        assertThat(groupThere.at("/tags")).isEqualTo(group.at("/tags"));
        assertThat(netThere.at("/properties/addressSpace"))
                .isEqualTo(net.at("/properties/addressSpace"));
        assertThat(netThere.textAt("/properties/subnets/0/properties/networkSecurityGroup/id"))
                .isEqualTo(net.textAt("/properties/subnets/0/properties/networkSecurityGroup/id"));
    }

    @Test
    void it_is_what_was_saved_that_is_shown_so() {
        var scene = Scene.in(temporary, WORLD);

        Scene.Ran ran = scene.belay("show", "abcd", "--as-template");

        assertThat(ran.exit()).isEqualTo(2);
    }
}
