package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/**
 * What governs a subscription: policies, roles, tags, settings that always exist, locks. Saved,
 * changed by a deployment that fails in a group below, and as before.
 */
class GovernanceTest {

    private static final String AUTHORIZATION =
            Scene.SUBSCRIPTION + "/providers/Microsoft.Authorization/";
    private static final String TAGS =
            Scene.SUBSCRIPTION + "/providers/Microsoft.Resources/tags/default";
    private static final String PLAN =
            Scene.SUBSCRIPTION + "/providers/Microsoft.Security/pricings/VirtualMachines";
    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-case";
    private static final String ROLE = "roleDefinitions/11111111-1111-1111-1111-111111111111";
    private static final String GRANT = "roleAssignments/22222222-2222-2222-2222-222222222222";
    private static final String GROUP_GRANT =
            GROUP
                    + "/providers/Microsoft.Authorization/roleAssignments/44444444-4444-4444-4444-444444444444";

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg-case", "location": "westus", "tags": {"keep": "me"}}],
             "resources": [
              {"id": "%1$spolicyDefinitions/old", "apiVersion": "2021-06-01",
               "body": {"properties": {"displayName": "Old", "policyType": "Custom", "mode": "All", "metadata": {"version": "1"}, "policyRule": {"if": {"field": "type", "equals": "x/y"}, "then": {"effect": "audit"}}}}},
              {"id": "%2$s", "apiVersion": "2021-04-01", "body": {"properties": {"tags": {"costCenter": "4711", "owner": "team-a"}}}}]%3$s}\
            """;

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "variables": {"role": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '11111111-1111-1111-1111-111111111111')]"},
             "resources": [
              {"type": "Microsoft.Authorization/policyDefinitions", "apiVersion": "2021-06-01", "name": "old",
               "properties": {"displayName": "Changed", "policyType": "Custom", "mode": "All", "policyRule": {"if": {"field": "type", "equals": "x/y"}, "then": {"effect": "deny"}}}},
              {"type": "Microsoft.Authorization/policyDefinitions", "apiVersion": "2021-06-01", "name": "new",
               "properties": {"displayName": "New", "policyType": "Custom", "mode": "All", "policyRule": {"if": {"field": "type", "equals": "x/y"}, "then": {"effect": "audit"}}}},
              {"type": "Microsoft.Authorization/policyAssignments", "apiVersion": "2022-06-01", "name": "assign",
               "properties": {"policyDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/policyDefinitions', 'new')]"},
               "dependsOn": ["[subscriptionResourceId('Microsoft.Authorization/policyDefinitions', 'new')]"]},
              {"type": "Microsoft.Authorization/roleDefinitions", "apiVersion": "2022-04-01", "name": "11111111-1111-1111-1111-111111111111",
               "properties": {"roleName": "Mine", "type": "CustomRole", "permissions": [{"actions": ["*/read"], "notActions": []}], "assignableScopes": ["[subscription().id]"]}},
              {"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01", "name": "22222222-2222-2222-2222-222222222222",
               "properties": {"roleDefinitionId": "[variables('role')]", "principalId": "33333333-3333-3333-3333-333333333333", "principalType": "User"},
               "dependsOn": ["[variables('role')]"]},
              {"type": "Microsoft.Resources/tags", "apiVersion": "2021-04-01", "name": "default", "properties": {"tags": {"owner": "nobody"}}},
              {"type": "Microsoft.Security/pricings", "apiVersion": "2023-01-01", "name": "VirtualMachines", "properties": {"pricingTier": "Standard"}},
              {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-case",
               "dependsOn": ["assign", "22222222-2222-2222-2222-222222222222"],
               "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"}, "parameters": {"role": {"value": "[variables('role')]"}},
                "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                 "parameters": {"role": {"type": "string"}},
                 "resources": [
                  {"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01", "name": "44444444-4444-4444-4444-444444444444",
                   "properties": {"roleDefinitionId": "[parameters('role')]", "principalId": "33333333-3333-3333-3333-333333333333", "principalType": "User"}},
                  {"type": "Microsoft.Resources/tags", "apiVersion": "2021-04-01", "name": "default", "properties": {"tags": {"other": "1"}}},
                  {"type": "Microsoft.Authorization/locks", "apiVersion": "2020-05-01", "name": "hold", "properties": {"level": "CanNotDelete"}},
                  {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "no-such-network/trip", "properties": {"addressPrefix": "10.0.9.0/24"},
                   "dependsOn": ["44444444-4444-4444-4444-444444444444", "[resourceId('Microsoft.Resources/tags', 'default')]", "hold"]}]}}}]}\
            """;

    @TempDir private Path temporary;

    @Test
    void all_of_it_is_as_before() {
        var scene = Scene.in(temporary, WORLD.formatted(AUTHORIZATION, TAGS, ""));
        scene.file("main.json", TEMPLATE);
        Json plan = properties(scene, PLAN, "2023-01-01");

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.report().textAt("/failure/code")).contains("ParentResourceNotFound");
        assertThat(gone(scene)).containsOnly(404);
        assertThat(properties(scene, PLAN, "2023-01-01").textAt("/pricingTier"))
                .isEqualTo(plan.textAt("/pricingTier"))
                .contains("Free");
        assertThat(properties(scene, TAGS, "2021-04-01"))
                .isEqualTo(
                        JsonObject.of(
                                "tags",
                                JsonObject.of(
                                        "costCenter",
                                        Json.of("4711"),
                                        "owner",
                                        Json.of("team-a"))));
        assertThat(body(scene, GROUP, "2021-04-01").at("/tags").orElseThrow().toText())
                .isEqualTo("{\"keep\":\"me\"}");
        Json old = properties(scene, AUTHORIZATION + "policyDefinitions/old", "2021-06-01");
        assertThat(old.textAt("/displayName")).contains("Old");
        assertThat(old.textAt("/policyRule/then/effect")).contains("audit");
        assertThat(old.textAt("/metadata/version")).contains("1");
    }

    @Test
    void without_belay_the_same_deployment_leaves_it_changed() {
        var scene = Scene.in(temporary, WORLD.formatted(AUTHORIZATION, TAGS, ""));
        scene.file("main.json", TEMPLATE);

        Scene.Ran kept = deploy(scene, "--on-failure", "keep");

        assertThat(kept.exit()).as(kept.toString()).isEqualTo(7);
        assertThat(gone(scene)).containsOnly(200);
        assertThat(properties(scene, TAGS, "2021-04-01").toText()).doesNotContain("4711");
        assertThat(properties(scene, PLAN, "2023-01-01").textAt("/pricingTier"))
                .contains("Standard");
    }

    @Test
    void what_others_assign_meanwhile_stays_and_the_definition_that_it_uses_too() {
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$spolicyAssignments/assign"}, "by": "a colleague",
                   "request": {"method": "PUT", "path": "%1$spolicyAssignments/theirs?api-version=2022-06-01",
                    "body": {"properties": {"policyDefinitionId": "%1$spolicyDefinitions/new"}}}}]\
                """
                        .formatted(AUTHORIZATION);
        var scene = Scene.in(temporary, WORLD.formatted(AUTHORIZATION, TAGS, timeline));
        scene.file("main.json", TEMPLATE);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("policyDefinitions/new", "IN_USE", "policyAssignments/theirs")
                .doesNotContain("policyAssignments/assign");
        assertThat(
                        scene.outside()
                                .get(AUTHORIZATION + "policyAssignments/theirs", "2022-06-01")
                                .status())
                .isEqualTo(200);
        assertThat(
                        scene.outside()
                                .get(AUTHORIZATION + "policyAssignments/assign", "2022-06-01")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_role_that_others_gave_meanwhile_stays_with_its_assignment() {
        String theirs =
                GROUP
                        + "/providers/Microsoft.Authorization/roleAssignments/55555555-5555-5555-5555-555555555555";
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$s%2$s"}, "by": "a colleague",
                   "request": {"method": "PUT", "path": "%3$s?api-version=2022-04-01",
                    "body": {"properties": {"roleDefinitionId": "%1$s%4$s", "principalId": "66666666-6666-6666-6666-666666666666", "principalType": "User"}}}}]\
                """
                        .formatted(AUTHORIZATION, GRANT, theirs, ROLE);
        var scene = Scene.in(temporary, WORLD.formatted(AUTHORIZATION, TAGS, timeline));
        scene.file("main.json", TEMPLATE);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains(ROLE, "IN_USE", theirs)
                .doesNotContain(GRANT, GROUP_GRANT);
        assertThat(scene.outside().get(theirs, "2022-04-01").status()).isEqualTo(200);
        assertThat(scene.outside().get(AUTHORIZATION + ROLE, "2022-04-01").status()).isEqualTo(200);
        assertThat(scene.outside().get(AUTHORIZATION + GRANT, "2022-04-01").status())
                .isEqualTo(404);
    }

    @Test
    void settings_of_a_resource_that_the_deployment_made_go_with_it() {
        var scene = Scene.in(temporary, WORLD.formatted(AUTHORIZATION, TAGS, ""));
        scene.file(
                "main.json",
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                 "resources": [
                  {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "ways", "location": "westus", "properties": {}},
                  {"type": "Microsoft.Resources/tags", "apiVersion": "2021-04-01", "name": "default", "scope": "Microsoft.Network/routeTables/ways", "properties": {"tags": {"a": "1"}}, "dependsOn": ["ways"]},
                  {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "no-such-network/trip", "properties": {"addressPrefix": "10.0.9.0/24"},
                   "dependsOn": ["[extensionResourceId(resourceId('Microsoft.Network/routeTables', 'ways'), 'Microsoft.Resources/tags', 'default')]"]}]}\
                """);

        Scene.Ran ran = scene.belay("deploy", "-g", "rg-case", "-f", "main.json");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(
                        scene.outside()
                                .get(
                                        GROUP + "/providers/Microsoft.Network/routeTables/ways",
                                        "2023-09-01")
                                .status())
                .isEqualTo(404);
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

    /** The statuses of everything that the template creates. */
    private static List<Integer> gone(Scene scene) {
        OutsideReader outside = scene.outside();
        return List.of(
                outside.get(AUTHORIZATION + "policyDefinitions/new", "2021-06-01").status(),
                outside.get(AUTHORIZATION + "policyAssignments/assign", "2022-06-01").status(),
                outside.get(AUTHORIZATION + ROLE, "2022-04-01").status(),
                outside.get(AUTHORIZATION + GRANT, "2022-04-01").status(),
                outside.get(GROUP_GRANT, "2022-04-01").status(),
                outside.get(GROUP + "/providers/Microsoft.Authorization/locks/hold", "2020-05-01")
                        .status());
    }

    private static Json body(Scene scene, String id, String apiVersion) {
        return scene.outside().get(id, apiVersion).json().orElseThrow();
    }

    private static Json properties(Scene scene, String id, String apiVersion) {
        return body(scene, id, apiVersion).at("/properties").orElseThrow();
    }
}
