package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A deployment in mode Complete deletes what its template lacks: all of it comes back. */
class CompleteModeTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-all";
    private static final String NETWORK = GROUP + "/providers/Microsoft.Network/";
    private static final String ACCOUNT =
            GROUP + "/providers/Microsoft.Storage/storageAccounts/keepsafe1";
    private static final String CONTAINER = ACCOUNT + "/blobServices/default/containers/photos";

    private static final String GRANT =
            ACCOUNT
                    + "/providers/Microsoft.Authorization/roleAssignments/22222222-2222-2222-2222-222222222222";

    private static final List<String> IDS =
            List.of(
                    NETWORK + "virtualNetworks/net",
                    NETWORK + "networkSecurityGroups/guard",
                    NETWORK + "routeTables/ways",
                    ACCOUNT,
                    ACCOUNT + "/blobServices/default",
                    CONTAINER,
                    GRANT);

    private static final Map<String, String> VERSIONS =
            Map.of(
                    "microsoft.network/virtualnetworks", "2023-09-01",
                    "microsoft.network/networksecuritygroups", "2023-09-01",
                    "microsoft.network/routetables", "2023-09-01",
                    "microsoft.storage/storageaccounts", "2023-05-01",
                    "microsoft.storage/storageaccounts/blobservices", "2023-05-01",
                    "microsoft.storage/storageaccounts/blobservices/containers", "2023-05-01",
                    "microsoft.authorization/roleassignments", "2022-04-01");

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg-all", "location": "westus"}, {"name": "rg-other", "location": "westus"}],
             "resources": [
              {"id": "%1$snetworkSecurityGroups/guard", "apiVersion": "2023-09-01", "body": {"location": "westus", "tags": {"a": "1"}, "properties": {"securityRules": [
                {"name": "web", "properties": {"protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Allow", "priority": 100, "direction": "Inbound"}}]}}},
              {"id": "%1$srouteTables/ways", "apiVersion": "2023-09-01", "body": {"location": "westus", "properties": {"disableBgpRoutePropagation": true}}},
              {"id": "%1$svirtualNetworks/net", "apiVersion": "2023-09-01", "body": {"location": "westus", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
                "subnets": [{"name": "app", "properties": {"addressPrefix": "10.0.1.0/24", "networkSecurityGroup": {"id": "%1$snetworkSecurityGroups/guard"}}}]}}},
              {"id": "%2$s", "apiVersion": "2023-05-01", "body": {"location": "westus", "kind": "StorageV2", "sku": {"name": "Standard_LRS"}, "properties": {"minimumTlsVersion": "TLS1_2"}}},
              {"id": "%2$s/blobServices/default", "apiVersion": "2023-05-01", "body": {"properties": {"deleteRetentionPolicy": {"enabled": true, "days": 9}}}},
              {"id": "%3$s", "apiVersion": "2023-05-01", "body": {"properties": {"publicAccess": "None"}}},
              {"id": "%4$s", "apiVersion": "2022-04-01", "body": {"properties": {"roleDefinitionId": "/subscriptions/00000000-0000-0000-0000-000000000002/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7", "principalId": "33333333-3333-3333-3333-333333333333", "principalType": "User"}}}]}\
            """
                    .formatted(NETWORK, ACCOUNT, CONTAINER, GRANT);

    /** Mentions one of what is there; the second resource fails unless told otherwise. */
    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "ways", "location": "westus", "properties": {"disableBgpRoutePropagation": false}},
              {"type": "Microsoft.Network/publicIPAddresses", "apiVersion": "2023-09-01", "name": "new", "location": "westus", "sku": {"name": "Standard"}, "properties": {"publicIPAllocationMethod": "Static"}}]}\
            """;

    @TempDir private Path temporary;

    @Test
    void what_a_success_deleted_comes_back_and_is_named_as_made_again() {
        var scene = Scene.in(temporary, WORLD);
        scene.file("main.json", TEMPLATE);
        Map<String, Json> before = scene.outside().bodies(IDS, VERSIONS);

        Scene.Ran done =
                scene.belay("deploy", "-g", "rg-all", "-f", "main.json", "--mode", "Complete");
        assertThat(done.exit()).as(done.toString()).isZero();
        assertThat(scene.outside().get(ACCOUNT, "2023-05-01").status()).isEqualTo(404);

        Scene.Ran undone = scene.belay("rollback", done.transaction(), "--accept-deletions");

        assertThat(undone.exit()).as(undone.toString()).isEqualTo(4);
        assertThat(undone.report().at("/residue").orElseThrow().toText())
                .contains(
                        "RECREATED",
                        "keepsafe1",
                        "containers/photos",
                        "virtualNetworks/net",
                        GRANT);
        assertThat(undone.report().at("/residue").orElseThrow().toText())
                .doesNotContain("routeTables");
        assertThat(OutsideReader.differences(before, scene.outside().bodies(IDS, VERSIONS)))
                .allMatch(
                        path -> path.matches(".*#/properties/(creationTime|createdOn|updatedOn)$"));
        assertThat(scene.outside().get(NETWORK + "publicIPAddresses/new", "2023-09-01").status())
                .isEqualTo(404);
    }

    @Test
    void a_clean_up_that_fails_half_way_is_undone_at_once_and_bystanders_stay() {
        String fault =
                """
                , "faults": [{"when": {"method": "DELETE", "id": "%1$s", "stage": "request"},
                    "then": {"fail": {"status": 409, "code": "StorageAccountInUse", "message": "It is in use."}}, "times": 20}],
                  "timeline": [{"after": {"ended": "%2$spublicIPAddresses/new"}, "by": "a colleague",
                    "request": {"method": "PUT", "path": "/subscriptions/00000000-0000-0000-0000-000000000002/resourceGroups/rg-other/providers/Microsoft.Network/routeTables/theirs?api-version=2023-09-01", "body": {"location": "westus", "properties": {}}}}]}\
                """
                        .formatted(ACCOUNT, NETWORK);
        var scene = Scene.in(temporary, WORLD.substring(0, WORLD.length() - 1) + fault);
        scene.file("main.json", TEMPLATE);
        Map<String, Json> before = scene.outside().bodies(IDS, VERSIONS);

        Scene.Ran ran =
                scene.belay("deploy", "-g", "rg-all", "-f", "main.json", "--mode", "Complete");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("virtualNetworks/net")
                .doesNotContain("keepsafe1");
        assertThat(OutsideReader.differences(before, scene.outside().bodies(IDS, VERSIONS)))
                .isEmpty();
        assertThat(scene.outside().listed(Scene.SUBSCRIPTION + "/resourceGroups/rg-other"))
                .hasSize(1);
    }

    @Test
    void complete_mode_is_for_groups_only() {
        var scene = Scene.in(temporary, WORLD);
        scene.file("main.json", TEMPLATE);

        Scene.Ran ran =
                scene.belay(
                        "deploy",
                        "--scope",
                        "sub",
                        "--location",
                        "westus",
                        "-f",
                        "main.json",
                        "--mode",
                        "Complete");

        assertThat(ran.exit()).isEqualTo(2);
    }
}
