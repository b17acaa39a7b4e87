package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Deployments to a subscription: the groups they make, the groups they find. */
class SubscriptionScopeTest {

    private static final String GROUPS = Scene.SUBSCRIPTION + "/resourceGroups/";
    private static final String NEW = GROUPS + "rg-new";
    private static final String NETWORK = "/providers/Microsoft.Network/";

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg-case", "location": "westus", "tags": {"costCenter": "4711", "owner": "team-a"}},
                                {"name": "rg-other", "location": "westus", "tags": {"keep": "me"}}],
             "resources": [{"id": "%srg-case/providers/Microsoft.Network/networkSecurityGroups/nsg-app", "apiVersion": "2023-09-01",
               "body": {"location": "westus", "tags": {"release": "1"}, "properties": {"securityRules": []}}}]%s}\
            """;

    private static final String HEAD =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
             "contentVersion": "1.0.0.0",\
            """;

    /** A group with a network, an account named after the group, and a subnet that cannot be. */
    private static final String NEW_GROUP =
            HEAD
                    + """
                     "parameters": {"parent": {"type": "string", "defaultValue": "no-such-network"}},
                     "resources": [
                      {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "rg-new", "location": "westus", "tags": {"made": "here"}},
                      {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-new",
                       "dependsOn": ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-new')]"],
                       "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"}, "parameters": {"parent": {"value": "[parameters('parent')]"}},
                        "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                         "parameters": {"parent": {"type": "string"}},
                         "resources": [
                          {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "[concat(resourceGroup().tags.made, uniqueString(resourceGroup().id), resourceGroup().location)]",
                           "location": "[resourceGroup().location]", "kind": "StorageV2", "sku": {"name": "Standard_LRS"}, "properties": {}},
                          {"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2023-09-01", "name": "net", "location": "[resourceGroup().location]",
                           "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}},
                          {"type": "Microsoft.Authorization/locks", "apiVersion": "2020-05-01", "name": "keep", "properties": {"level": "CanNotDelete"}},
                          {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "[concat(parameters('parent'), '/trip')]", "condition": "[not(empty(parameters('parent')))]",
                           "properties": {"addressPrefix": "10.0.9.0/24"},
                           "dependsOn": ["[resourceId('Microsoft.Network/virtualNetworks', 'net')]"]}]}}}]}\
                    """;

    @TempDir private Path temporary;

    @Test
    void a_group_that_loses_its_tags_gets_them_back_and_its_contents_too() {
        var scene = Scene.in(temporary, WORLD.formatted(GROUPS, ""));
        scene.file(
                "main.json",
                HEAD
                        + """
                         "resources": [
                          {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "rg-case", "location": "westus"},
                          {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-case",
                           "dependsOn": ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-case')]"],
                           "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"}, "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                             "resources": [
                              {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "nsg-app", "location": "westus", "tags": {"release": "2"}, "properties": {"securityRules": []}},
                              {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "no-such-network/trip", "properties": {"addressPrefix": "10.0.9.0/24"},
                               "dependsOn": ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-app')]"]}]}}}]}\
                        """);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.report().textAt("/failure/code")).contains("ParentResourceNotFound");
        assertThat(ran.report().at("/steps").orElseThrow().toText())
                .contains("/tags/costCenter", "/tags/owner", "/tags/release");
        Json group = body(scene, GROUPS + "rg-case", "2021-04-01");
        assertThat(group.textAt("/tags/costCenter")).contains("4711");
        assertThat(group.textAt("/tags/owner")).contains("team-a");
        assertThat(
                        body(
                                        scene,
                                        GROUPS
                                                + "rg-case"
                                                + NETWORK
                                                + "networkSecurityGroups/nsg-app",
                                        "2023-09-01")
                                .textAt("/tags/release"))
                .contains("1");
    }

    @Test
    void a_group_that_the_deployment_made_is_deleted_as_one() {
        var scene = Scene.in(temporary, WORLD.formatted(GROUPS, ""));
        scene.file("main.json", NEW_GROUP);
        Json bystander = body(scene, GROUPS + "rg-other", "2021-04-01");

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.verdict()).isEqualTo("RESTORED");
        assertThat(stepIds(ran))
                .containsExactly(NEW + "/providers/Microsoft.Authorization/locks/keep", NEW);
        assertThat(scene.outside().get(NEW, "2021-04-01").status()).isEqualTo(404);
        assertThat(body(scene, GROUPS + "rg-other", "2021-04-01")).isEqualTo(bystander);
    }

    @Test
    void a_group_in_which_others_have_made_something_is_left_and_named_and_ours_is_deleted() {
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$s%2$svirtualNetworks/net"}, "by": "a colleague",
                   "request": {"method": "PUT", "path": "%1$s%2$srouteTables/theirs?api-version=2023-09-01", "body": {"location": "westus", "properties": {}}}}]\
                """
                        .formatted(NEW, NETWORK);
        var scene = Scene.in(temporary, WORLD.formatted(GROUPS, timeline));
        scene.file("main.json", NEW_GROUP);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("FOREIGN_INSIDE", "routeTables/theirs");
        assertThat(scene.outside().listed(NEW))
                .containsExactly(NEW + NETWORK + "routeTables/theirs");
        assertThat(
                        scene.outside()
                                .get(NEW + NETWORK + "virtualNetworks/net", "2023-09-01")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_group_of_a_success_is_deleted_later_only_if_deletions_are_accepted() {
        var scene = Scene.in(temporary, WORLD.formatted(GROUPS, ""));
        scene.file("main.json", NEW_GROUP);
        Scene.Ran ran = deploy(scene, "-p", "parent=");
        assertThat(ran.exit()).as(ran.toString()).isZero();

        Scene.Ran refused = scene.belay("rollback", "--scope", "sub");
        Scene.Ran undone = scene.belay("rollback", "--scope", "sub", "--accept-deletions");

        assertThat(refused.exit()).as(refused.toString()).isEqualTo(6);
        assertThat(refused.report().textAt("/failure/message").orElseThrow())
                .contains("rg-new", "storageAccounts");
        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(scene.outside().get(NEW, "2021-04-01").status()).isEqualTo(404);
    }

    @Test
    void a_group_that_vanishes_meanwhile_is_named_and_not_made_again() {
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$srg-case/providers/Microsoft.Network/networkSecurityGroups/nsg-app"}, "by": "a colleague",
                   "request": {"method": "DELETE", "path": "%1$srg-case?api-version=2021-04-01"}}]\
                """
                        .formatted(GROUPS);
        var scene = Scene.in(temporary, WORLD.formatted(GROUPS, timeline));
        scene.file(
                "main.json",
                HEAD
                        + """
                         "resources": [
                          {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-case",
                           "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"}, "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                             "resources": [
                              {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "nsg-app", "location": "westus", "tags": {"release": "2"}, "properties": {"securityRules": []}},
                              {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "no-such-network/trip", "properties": {"addressPrefix": "10.0.9.0/24"},
                               "dependsOn": ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-app')]"]}]}}}]}\
                        """);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("GROUP_VANISHED", GROUPS + "rg-case\"", "nsg-app");
        assertThat(scene.outside().get(GROUPS + "rg-case", "2021-04-01").status()).isEqualTo(404);
    }

    private static Scene.Ran deploy(Scene scene, String... more) {
        var words =
                new java.util.ArrayList<>(
                        List.of(
                                "deploy",
                                "--scope",
                                "sub",
                                "--location",
                                "westus",
                                "-f",
                                "main.json"));
        words.addAll(List.of(more));
        return scene.belay(words.toArray(String[]::new));
    }

    private static List<String> stepIds(Scene.Ran ran) {
        return ran.report().at("/steps").flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                .flatMap(step -> step.textAt("/id").stream())
                .toList();
    }

    private static Json body(Scene scene, String id, String apiVersion) {
        return scene.outside().get(id, apiVersion).json().orElseThrow();
    }
}
