package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.host.EmbeddedArm;
import dev.belay.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Deployments to the tenant and to management groups, down to what lies in subscriptions. */
class UpperScopesTest {

    private static final String MG = "/providers/Microsoft.Management/managementGroups/";
    private static final String POLICY = "/providers/Microsoft.Authorization/policyDefinitions/";
    private static final String ASSIGNMENT =
            "/providers/Microsoft.Authorization/policyAssignments/";
    private static final String MG_API = "2021-04-01";
    private static final String POLICY_API = "2021-06-01";
    private static final String ASSIGNMENT_API = "2022-06-01";

    private static final String WORLD =
            """
            {"managementGroups": [{"name": "corp", "displayName": "Corp"}, {"name": "shop", "displayName": "Shop", "parent": "corp"}, {"name": "theirs", "displayName": "Theirs"}],
             "subscriptions": [{"id": "00000000-0000-0000-0000-000000000002", "managementGroup": "shop"}],
             "resourceGroups": [{"name": "rg-case", "location": "westus", "tags": {"a": "1"}}],
             "resources": [
              {"id": "/providers/Microsoft.Management/managementGroups/corp/providers/Microsoft.Authorization/policyDefinitions/old", "apiVersion": "2021-06-01",
               "body": {"properties": {"displayName": "Old", "policyType": "Custom", "mode": "All", "policyRule": {"if": {"field": "type", "equals": "x/y"}, "then": {"effect": "audit"}}}}}]%s}\
            """;

    /** Nested into the group 'rg-case': a subnet below a network that does not exist. */
    private static final String TRIP =
            """
            {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "trip", "subscriptionId": "00000000-0000-0000-0000-000000000002", "resourceGroup": "rg-case",
             "dependsOn": [%s],
             "properties": {"mode": "Incremental", "expressionEvaluationOptions": {"scope": "inner"},
              "template": {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": [
               {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "no-such-network/trip", "properties": {"addressPrefix": "10.0.9.0/24"}}]}}}\
            """;

    private static final String IN_MANAGEMENT_GROUP =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-08-01/managementGroupDeploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Authorization/policyDefinitions", "apiVersion": "2021-06-01", "name": "old",
               "properties": {"displayName": "Changed", "policyType": "Custom", "mode": "All", "policyRule": {"if": {"field": "type", "equals": "x/y"}, "then": {"effect": "deny"}}}},
              {"type": "Microsoft.Authorization/policyDefinitions", "apiVersion": "2021-06-01", "name": "new",
               "properties": {"displayName": "New", "policyType": "Custom", "mode": "All", "policyRule": {"if": {"field": "type", "equals": "x/y"}, "then": {"effect": "audit"}}}},
              {"type": "Microsoft.Authorization/policyAssignments", "apiVersion": "2022-06-01", "name": "assign",
               "properties": {"policyDefinitionId": "[managementGroupResourceId('Microsoft.Authorization/policyDefinitions', 'new')]"},
               "dependsOn": ["[managementGroupResourceId('Microsoft.Authorization/policyDefinitions', 'new')]"]},
              %s]}\
            """
                    .formatted(TRIP)
                    .formatted(
                            "\"[managementGroupResourceId('Microsoft.Authorization/policyAssignments',"
                                + " 'assign')]\","
                                + " \"[managementGroupResourceId('Microsoft.Authorization/policyDefinitions',"
                                + " 'old')]\"");

    private static final String IN_TENANT =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-08-01/tenantDeploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Management/managementGroups", "apiVersion": "2021-04-01", "name": "outer", "properties": {"displayName": "Outer"}},
              {"type": "Microsoft.Management/managementGroups", "apiVersion": "2021-04-01", "name": "inner", "dependsOn": ["outer"],
               "properties": {"displayName": "Inner", "details": {"parent": {"id": "/providers/Microsoft.Management/managementGroups/outer"}}}},
              {"type": "Microsoft.Management/managementGroups", "apiVersion": "2021-04-01", "name": "theirs", "dependsOn": ["outer"],
               "properties": {"displayName": "Moved", "details": {"parent": {"id": "/providers/Microsoft.Management/managementGroups/outer"}}}},
              %s]}\
            """
                    .formatted(TRIP)
                    .formatted("\"inner\", \"theirs\"");

    @TempDir private Path temporary;

    @Test
    void policies_of_a_management_group_are_as_before() {
        var scene = Scene.in(temporary, WORLD.formatted(""));
        scene.file("main.json", IN_MANAGEMENT_GROUP);
        Json before = body(scene, MG + "corp" + POLICY + "old", POLICY_API);

        Scene.Ran ran =
                scene.belay(
                        "deploy",
                        "--management-group",
                        "corp",
                        "--location",
                        "westus",
                        "-f",
                        "main.json");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.report().textAt("/scope")).contains(MG + "corp");
        assertThat(ran.report().textAt("/failure/code")).contains("ParentResourceNotFound");
        Json after = body(scene, MG + "corp" + POLICY + "old", POLICY_API);
        assertThat(after.at("/properties/policyRule"))
                .isEqualTo(before.at("/properties/policyRule"));
        assertThat(after.textAt("/properties/displayName")).contains("Old");
        assertThat(status(scene, MG + "corp" + POLICY + "new", POLICY_API)).isEqualTo(404);
        assertThat(status(scene, MG + "corp" + ASSIGNMENT + "assign", ASSIGNMENT_API))
                .isEqualTo(404);
    }

    @Test
    void a_policy_that_others_assigned_further_down_stays_until_they_no_longer_use_it()
            throws NoAnswerException {
        String theirs = Scene.SUBSCRIPTION + ASSIGNMENT + "theirs";
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$scorp%2$sassign"}, "by": "a colleague",
                   "request": {"method": "PUT", "path": "%3$s?api-version=%4$s",
                    "body": {"properties": {"policyDefinitionId": "%1$scorp%5$snew"}}}}]\
                """
                        .formatted(MG, ASSIGNMENT, theirs, ASSIGNMENT_API, POLICY);
        var scene = Scene.in(temporary, WORLD.formatted(timeline));
        scene.file("main.json", IN_MANAGEMENT_GROUP);

        Scene.Ran ran =
                scene.belay(
                        "deploy",
                        "--management-group",
                        "corp",
                        "--location",
                        "westus",
                        "-f",
                        "main.json");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("IN_USE", MG + "corp" + POLICY + "new", theirs);
        assertThat(status(scene, MG + "corp" + ASSIGNMENT + "assign", ASSIGNMENT_API))
                .isEqualTo(404);
        assertThat(status(scene, theirs, ASSIGNMENT_API)).isEqualTo(200);

        try (EmbeddedArm arm =
                EmbeddedArm.open(
                        temporary.resolve("world.json"),
                        Optional.of(temporary.resolve("world.json.state")))) {
            arm.send(
                    ArmRequest.of(
                            Method.DELETE, URI.create(theirs + "?api-version=" + ASSIGNMENT_API)));
        }
        Scene.Ran again =
                scene.belay("rollback", ran.report().textAt("/transaction").orElseThrow());

        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(status(scene, MG + "corp" + POLICY + "new", POLICY_API)).isEqualTo(404);
    }

    @Test
    void management_groups_lie_under_their_parents_as_before() {
        var scene = Scene.in(temporary, WORLD.formatted(""));
        scene.file("main.json", IN_TENANT);

        Scene.Ran ran = tenant(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.report().textAt("/scope")).contains("");
        assertThat(status(scene, MG + "outer", MG_API)).isEqualTo(404);
        assertThat(status(scene, MG + "inner", MG_API)).isEqualTo(404);
        Json theirs = body(scene, MG + "theirs", MG_API);
        assertThat(theirs.textAt("/properties/displayName")).contains("Theirs");
        assertThat(theirs.textAt("/properties/details/parent/name"))
                .contains("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void a_management_group_below_which_others_made_one_is_left_and_named() {
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$souter"}, "by": "a colleague",
                   "request": {"method": "PUT", "path": "%1$sguest?api-version=2021-04-01",
                    "body": {"properties": {"displayName": "Guest", "details": {"parent": {"id": "%1$souter"}}}}}}]\
                """
                        .formatted(MG);
        var scene = Scene.in(temporary, WORLD.formatted(timeline));
        scene.file("main.json", IN_TENANT);

        Scene.Ran ran = tenant(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("FOREIGN_INSIDE", MG + "outer", "guest");
        assertThat(status(scene, MG + "inner", MG_API)).isEqualTo(404);
        assertThat(status(scene, MG + "guest", MG_API)).isEqualTo(200);
    }

    @Test
    void a_subscription_that_was_moved_lies_where_it_lay() {
        var scene = Scene.in(temporary, WORLD.formatted(""));
        scene.file(
                "main.json",
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-08-01/tenantDeploymentTemplate.json#", "contentVersion": "1.0.0.0",
                 "resources": [
                  {"type": "Microsoft.Management/managementGroups/subscriptions", "apiVersion": "2021-04-01", "name": "theirs/00000000-0000-0000-0000-000000000002"},
                  %s]}\
                """
                        .formatted(TRIP)
                        .formatted(
                                "\"[tenantResourceId('Microsoft.Management/managementGroups/subscriptions',"
                                    + " 'theirs', '00000000-0000-0000-0000-000000000002')]\""));

        Scene.Ran ran = tenant(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(
                        status(
                                scene,
                                MG + "shop/subscriptions/00000000-0000-0000-0000-000000000002",
                                MG_API))
                .isEqualTo(200);
        assertThat(
                        status(
                                scene,
                                MG + "theirs/subscriptions/00000000-0000-0000-0000-000000000002",
                                MG_API))
                .isEqualTo(404);
    }

    @Test
    void a_later_undo_finds_its_transaction_by_the_kind_of_scope() {
        var scene = Scene.in(temporary, WORLD.formatted(""));
        scene.file("main.json", IN_TENANT);
        Scene.Ran failed =
                scene.belay(
                        "deploy",
                        "--scope",
                        "tenant",
                        "--location",
                        "westus",
                        "-f",
                        "main.json",
                        "--on-failure",
                        "keep");
        assertThat(failed.exit()).as(failed.toString()).isEqualTo(7);

        Scene.Ran undone = scene.belay("rollback", "--scope", "tenant");

        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(status(scene, MG + "outer", MG_API)).isEqualTo(404);
    }

    private static Scene.Ran tenant(Scene scene) {
        return scene.belay(
                "deploy", "--scope", "tenant", "--location", "westus", "-f", "main.json");
    }

    private static Json body(Scene scene, String id, String apiVersion) {
        return scene.outside().get(id, apiVersion).json().orElseThrow();
    }

    private static int status(Scene scene, String id, String apiVersion) {
        return scene.outside().get(id, apiVersion).status();
    }
}
