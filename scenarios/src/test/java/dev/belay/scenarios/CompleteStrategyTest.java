package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The strategy {@code complete}: what other tools do, said honestly. The exported template of the
 * group is deployed again in mode Complete, and what that does not bring back is named.
 */
class CompleteStrategyTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-all";
    private static final String NETWORK = GROUP + "/providers/Microsoft.Network/";
    private static final String ACCOUNT =
            GROUP + "/providers/Microsoft.Storage/storageAccounts/storagewfvariables1234";
    private static final String WAYS = NETWORK + "routeTables/ways";
    private static final String NEW = NETWORK + "publicIPAddresses/new";

    private static final Map<String, String> VERSIONS =
            Map.of(
                    "microsoft.network/routetables", "2023-09-01",
                    "microsoft.network/networksecuritygroups", "2023-09-01",
                    "microsoft.network/publicipaddresses", "2023-09-01",
                    "microsoft.storage/storageaccounts", "2023-05-01");

    private static final String NETWORK_WORLD =
            """
            {"resourceGroups": [{"name": "rg-all", "location": "westus"}],
             "resources": [
              {"id": "%1$snetworkSecurityGroups/guard", "apiVersion": "2023-09-01", "body": {"location": "westus", "tags": {"a": "1"}, "properties": {"securityRules": []}}},
              {"id": "%1$srouteTables/ways", "apiVersion": "2023-09-01", "body": {"location": "westus", "tags": {"b": "2"}, "properties": {"disableBgpRoutePropagation": true}}}%2$s]%3$s}\
            """;

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "parameters": {"parent": {"type": "string", "defaultValue": "no-such-network"}},
             "resources": [
              {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "ways", "location": "westus", "properties": {"disableBgpRoutePropagation": false}},
              %s
              {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "[concat(parameters('parent'), '/inner')]",
               "properties": {"addressPrefix": "10.0.0.0/24"},
               "dependsOn": ["[resourceId('Microsoft.Network/routeTables', 'ways')]"%s]}]}\
            """;

    private static final String CHANGES = TEMPLATE.formatted("", "");
    private static final String CREATES =
            TEMPLATE.formatted(
                    "{\"type\": \"Microsoft.Network/publicIPAddresses\", \"apiVersion\":"
                        + " \"2023-09-01\", \"name\": \"new\", \"location\": \"westus\", \"sku\":"
                        + " {\"name\": \"Standard\"}, \"properties\":"
                        + " {\"publicIPAllocationMethod\": \"Static\"}},",
                    ", \"[resourceId('Microsoft.Network/publicIPAddresses', 'new')]\"");

    @TempDir private Path temporary;

    private Scene scene(String resources, String more, String template) {
        var scene = Scene.in(temporary, NETWORK_WORLD.formatted(NETWORK, resources, more));
        scene.file("main.json", template);
        return scene;
    }

    private static Scene.Ran deploy(Scene scene, String... more) {
        var words =
                new java.util.ArrayList<>(
                        List.of(
                                "deploy",
                                "-g",
                                "rg-all",
                                "-f",
                                "main.json",
                                "--strategy",
                                "complete"));
        words.addAll(List.of(more));
        return scene.belay(words.toArray(String[]::new));
    }

    @Test
    void a_group_that_the_exporter_handles_is_restored_and_proven() {
        Scene scene = scene("", "", CHANGES);
        var ids = List.of(WAYS, NETWORK + "networkSecurityGroups/guard");
        Map<String, Json> before = scene.outside().bodies(ids, VERSIONS);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.report().textAt("/steps/0/kind")).contains("RedeployExport");
        assertThat(OutsideReader.differences(before, scene.outside().bodies(ids, VERSIONS)))
                .isEmpty();
    }

    @Test
    void deletions_are_named_and_have_to_be_accepted_before_the_deployment() {
        Scene scene = scene("", "", CREATES);

        Scene.Ran refused = deploy(scene);
        Json untouched = scene.outside().get(WAYS, "2023-09-01").json().orElseThrow();
        Scene.Ran accepted = deploy(scene, "--accept-deletions");

        assertThat(refused.exit()).as(refused.toString()).isEqualTo(6);
        assertThat(refused.report().textAt("/failure/code")).contains("DeletionsNotAccepted");
        assertThat(refused.report().textAt("/failure/details/0/target")).contains(NEW);
        assertThat(untouched.textAt("/tags/b")).contains("2");
        assertThat(accepted.exit()).as(accepted.toString()).isEqualTo(3);
        assertThat(scene.outside().get(NEW, "2023-09-01").status()).isEqualTo(404);
    }

    @Test
    void the_account_of_the_page_makes_it_fail_and_the_other_strategy_still_restores() {
        Scene scene =
                scene(
                        """
                        , {"id": "%s", "apiVersion": "2023-05-01",
                           "body": {"location": "westus", "kind": "StorageV2", "sku": {"name": "Standard_LRS"}, "properties": {"accessTier": "Hot", "minimumTlsVersion": "TLS1_2"}}}\
                        """
                                .formatted(ACCOUNT),
                        "",
                        CHANGES);
        var ids = List.of(WAYS, ACCOUNT);
        Map<String, Json> before = scene.outside().bodies(ids, VERSIONS);

        Scene.Ran failed = deploy(scene);
        Scene.Ran again = scene.belay("resume", failed.transaction());
        Scene.Ran undone = scene.belay("rollback", failed.transaction(), "--strategy", "surgical");

        assertThat(failed.exit()).as(failed.toString()).isEqualTo(5);
        assertThat(failed.report().at("/steps").orElseThrow().toText())
                .contains("InvalidXmlDocument", "XML specified is not syntactically valid.");
        assertThat(failed.report().at("/notes").orElseThrow().toText())
                .contains("--strategy surgical");
        assertThat(again.exit()).as(again.toString()).isEqualTo(5);
        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(OutsideReader.differences(before, scene.outside().bodies(ids, VERSIONS)))
                .isEmpty();
    }

    @Test
    void what_others_made_since_is_not_deleted_without_consent() {
        String timeline =
                """
                , "timeline": [{"after": {"ended": "%1$srouteTables/ways"}, "by": "a colleague",
                   "request": {"method": "PUT", "path": "%1$srouteTables/theirs?api-version=2023-09-01", "body": {"location": "westus", "properties": {}}}}]\
                """
                        .formatted(NETWORK);
        Scene scene = scene("", timeline, CHANGES);

        Scene.Ran ran = deploy(scene);
        int theirs = scene.outside().get(NETWORK + "routeTables/theirs", "2023-09-01").status();
        Scene.Ran undone = scene.belay("rollback", ran.transaction(), "--strategy", "surgical");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(5);
        assertThat(ran.report().at("/notes").orElseThrow().toText()).contains("routeTables/theirs");
        assertThat(theirs).isEqualTo(200);
        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(scene.outside().get(NETWORK + "routeTables/theirs", "2023-09-01").status())
                .isEqualTo(200);
    }

    @Test
    void a_partial_export_refuses_the_deployment() {
        Scene scene =
                scene(
                        """
                        , {"id": "%s/providers/Microsoft.DataFactory/factories/works", "apiVersion": "2018-06-01", "body": {"location": "westus", "properties": {}}}\
                        """
                                .formatted(GROUP),
                        "",
                        CHANGES);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(6);
        assertThat(ran.report().textAt("/failure/code"))
                .contains("ExportTemplateCompletedWithErrors");
        assertThat(
                        scene.outside()
                                .get(
                                        GROUP + "/providers/Microsoft.Resources/deployments",
                                        "2021-04-01")
                                .json()
                                .orElseThrow()
                                .at("/value")
                                .orElseThrow()
                                .toText())
                .isEqualTo("[]");
    }

    @Test
    void more_than_two_hundred_resources_refuse_the_deployment() {
        String many =
                IntStream.range(0, 201)
                        .mapToObj(
                                i ->
                                        ", {\"id\": \"%srouteTables/t%d\", \"apiVersion\": \"2023-09-01\", \"body\": {\"location\": \"westus\", \"properties\": {}}}"
                                                .formatted(NETWORK, i))
                        .collect(Collectors.joining());
        Scene scene = scene(many, "", CHANGES);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.report().toText()).isEqualTo(6);
        assertThat(ran.report().textAt("/failure/message").orElseThrow()).contains("200");
    }

    @Test
    void it_exists_in_resource_groups_only() {
        Scene scene = scene("", "", CHANGES);

        Scene.Ran ran =
                scene.belay(
                        "deploy",
                        "--scope",
                        "sub",
                        "--location",
                        "westus",
                        "-f",
                        "main.json",
                        "--strategy",
                        "complete");

        assertThat(ran.exit()).isEqualTo(2);
    }
}
