package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/**
 * Others work in the same group while a deployment runs and after it: what they did stays, and is
 * named.
 */
class BystandersTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-team";
    private static final String NETWORK = GROUP + "/providers/Microsoft.Network/";
    private static final String GUARD = NETWORK + "networkSecurityGroups/guard";

    private static final String STANDING =
            """
            {"resourceGroups": [{"name": "rg-team", "location": "westus"}],
             "resources": [
              {"id": "%1$snetworkSecurityGroups/guard", "apiVersion": "2023-09-01", "body": {"location": "westus", "properties": {"securityRules": [
                {"name": "web", "properties": {"protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Allow", "priority": 100, "direction": "Inbound"}},
                {"name": "ssh", "properties": {"protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "22", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Allow", "priority": 110, "direction": "Inbound"}}]}}},
              {"id": "%1$srouteTables/theirs", "apiVersion": "2023-09-01", "body": {"location": "westus", "tags": {"owner": "them"}, "properties": {"disableBgpRoutePropagation": false}}},
              {"id": "%1$spublicIPAddresses/entry", "apiVersion": "2023-09-01", "body": {"location": "westus", "sku": {"name": "Standard"}, "properties": {"publicIPAllocationMethod": "Static", "idleTimeoutInMinutes": 4}}}]%2$s}\
            """;

    private static final String TIMELINE =
            """
            , "latencies": [{"id": "%1$spublicIPAddresses/entry", "method": "PUT", "takes": "PT5M"}],
              "timeline": [
               {"after": {"ended": "%1$snetworkSecurityGroups/guard"}, "by": "a colleague",
                "request": {"method": "PUT", "path": "%1$snetworkSecurityGroups/guard/securityRules/colleague?api-version=2023-09-01",
                 "body": {"properties": {"protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "8443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Allow", "priority": 200, "direction": "Inbound"}}}},
               {"after": {"ended": "%1$snetworkSecurityGroups/guard"}, "by": "a colleague",
                "request": {"method": "PUT", "path": "%1$srouteTables/new?api-version=2023-09-01", "body": {"location": "westus", "properties": {}}}},
               {"after": {"ended": "%1$snetworkSecurityGroups/guard"}, "by": "a colleague",
                "request": {"method": "PUT", "path": "%1$srouteTables/theirs?api-version=2023-09-01", "body": {"location": "westus", "tags": {"owner": "them", "changed": "meanwhile"}, "properties": {"disableBgpRoutePropagation": false}}}}]\
            """;

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "parameters": {"parent": {"type": "string", "defaultValue": "no-such-network"}},
             "resources": [
              {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "guard", "location": "westus",
               "properties": {"securityRules": [
                {"name": "web", "properties": {"protocol": "Tcp", "sourcePortRange": "*", "destinationPortRange": "444", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*", "access": "Allow", "priority": 100, "direction": "Inbound"}}]}},
              {"type": "Microsoft.Network/publicIPAddresses", "apiVersion": "2023-09-01", "name": "entry", "location": "westus", "sku": {"name": "Standard"},
               "properties": {"publicIPAllocationMethod": "Static", "idleTimeoutInMinutes": 10},
               "dependsOn": ["[resourceId('Microsoft.Network/networkSecurityGroups', 'guard')]"]},
              {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "[concat(parameters('parent'), '/inner')]",
               "condition": "[not(equals(parameters('parent'), ''))]",
               "properties": {"addressPrefix": "10.0.0.0/24"},
               "dependsOn": ["[resourceId('Microsoft.Network/publicIPAddresses', 'entry')]"]}]}\
            """;

    @TempDir private Path temporary;

    @Test
    void what_others_did_during_a_deployment_that_fails_stays_and_is_named() {
        var scene = Scene.in(temporary, STANDING.formatted(NETWORK, TIMELINE.formatted(NETWORK)));
        scene.file("main.json", TEMPLATE);

        Scene.Ran ran = scene.belay("deploy", "-g", "rg-team", "-f", "main.json");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        OutsideReader outside = scene.outside();
        Json guard = outside.get(GUARD, "2023-09-01").json().orElseThrow();
        assertThat(port(guard, "web")).isEqualTo("443");
        assertThat(port(guard, "ssh")).isEqualTo("22");
        assertThat(port(guard, "colleague")).isEqualTo("8443");
        assertThat(outside.get(NETWORK + "routeTables/new", "2023-09-01").status()).isEqualTo(200);
        assertThat(
                        outside.get(NETWORK + "routeTables/theirs", "2023-09-01")
                                .json()
                                .flatMap(b -> b.textAt("/tags/changed")))
                .contains("meanwhile");
        assertThat(
                        outside.get(NETWORK + "publicIPAddresses/entry", "2023-09-01")
                                .json()
                                .orElseThrow()
                                .at("/properties/idleTimeoutInMinutes"))
                .contains(Json.of(4));
        String leftAlone = ran.report().at("/leftAlone").orElseThrow().toText();
        assertThat(leftAlone)
                .contains("routeTables/new")
                .contains("routeTables/theirs")
                .contains("colleague");
    }

    @Test
    void a_target_that_somebody_changed_after_a_success_keeps_their_change_when_it_is_undone() {
        var scene = Scene.in(temporary, STANDING.formatted(NETWORK, ""));
        scene.file("main.json", TEMPLATE);
        scene.file(
                "theirs.json",
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                 "contentVersion": "1.0.0.0",
                 "resources": [
                  {"type": "Microsoft.Network/publicIPAddresses", "apiVersion": "2023-09-01", "name": "entry", "location": "westus", "sku": {"name": "Standard"},
                   "tags": {"owner": "them"}, "properties": {"publicIPAllocationMethod": "Static", "idleTimeoutInMinutes": 10}}]}\
                """);
        Scene.Ran ours = scene.belay("deploy", "-g", "rg-team", "-f", "main.json", "-p", "parent=");
        assertThat(ours.exit()).as(ours.toString()).isZero();
        Scene.Ran theirs =
                scene.anotherStore("theirs").belay("deploy", "-g", "rg-team", "-f", "theirs.json");
        assertThat(theirs.exit()).as(theirs.toString()).isZero();

        Scene.Ran undone = scene.belay("rollback", ours.transaction());

        assertThat(undone.exit()).as(undone.toString()).isZero();
        Json entry =
                scene.outside()
                        .get(NETWORK + "publicIPAddresses/entry", "2023-09-01")
                        .json()
                        .orElseThrow();
        assertThat(entry.at("/properties/idleTimeoutInMinutes")).contains(Json.of(4));
        assertThat(entry.textAt("/tags/owner")).contains("them");
        Json guard = scene.outside().get(GUARD, "2023-09-01").json().orElseThrow();
        assertThat(port(guard, "web")).isEqualTo("443");
        assertThat(port(guard, "ssh")).isEqualTo("22");
        assertThat(undone.report().at("/leftAlone").orElseThrow().toText())
                .contains("publicIPAddresses/entry")
                .contains("/tags");
    }

    private static String port(Json guard, String rule) {
        return guard.at("/properties/securityRules").flatMap(Json::asArray).orElseThrow().stream()
                .filter(item -> item.textAt("/name").orElse("").equals(rule))
                .findFirst()
                .flatMap(item -> item.textAt("/properties/destinationPortRange"))
                .orElse("no rule " + rule);
    }
}
