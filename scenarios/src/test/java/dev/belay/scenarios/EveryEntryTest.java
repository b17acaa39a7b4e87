package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.Scope;
import dev.belay.json.Json;
import dev.belay.transaction.event.Report;
import dev.belay.transaction.event.Verdict;
import dev.belay.transaction.journal.RecordedRequest.Strategy;
import dev.belay.transaction.log.HoldPoint;
import dev.belay.transaction.run.DeployRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run that ends before or after each entry of its log; another one goes on; a stranger finds all
 * as before, and no deployment was sent twice.
 */
class EveryEntryTest {

    private static final String ID = "00000000-0000-0000-0000-000000000002";
    private static final String CASE = Scene.SUBSCRIPTION + "/resourceGroups/rg-case";
    private static final String NEW = Scene.SUBSCRIPTION + "/resourceGroups/rg-new";
    private static final String WAYS = "/providers/Microsoft.Network/routeTables/ways";
    private static final String GUARD = "/providers/Microsoft.Network/networkSecurityGroups/guard";

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg-case", "location": "westus", "tags": {"owner": "team-a"}}],
             "resources": [{"id": "%1$s%2$s", "apiVersion": "2023-09-01", "body": {"location": "westus", "tags": {"b": "2"}, "properties": {"disableBgpRoutePropagation": true}}}]}\
            """
                    .formatted(CASE, WAYS);

    private static final String IN_GROUP =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "ways", "location": "westus", "properties": {"disableBgpRoutePropagation": false}},
              {"type": "Microsoft.Network/networkSecurityGroups", "apiVersion": "2023-09-01", "name": "guard", "location": "westus", "properties": {"securityRules": []}},
              {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2023-09-01", "name": "no-such-network/trip", "properties": {"addressPrefix": "10.0.9.0/24"},
               "dependsOn": ["ways", "guard"]}]}\
            """;

    private static final String IN_SUBSCRIPTION =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#", "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "rg-case", "location": "westus"},
              {"type": "Microsoft.Resources/resourceGroups", "apiVersion": "2021-04-01", "name": "rg-new", "location": "westus"},
              {"type": "Microsoft.Resources/deployments", "apiVersion": "2021-04-01", "name": "inside", "resourceGroup": "rg-new", "dependsOn": ["rg-case", "rg-new"],
               "properties": {"mode": "Incremental", "template": %s}}]}\
            """
                    .formatted(IN_GROUP);

    @TempDir private Path temporary;

    @Test
    void a_deployment_that_makes_a_group_is_undone_from_wherever_it_stopped() throws IOException {
        Set<Verdict> verdicts =
                everyEntry(
                        HeldScene.request(
                                new Scope.Subscription(ID),
                                Optional.of("westus"),
                                IN_SUBSCRIPTION,
                                Strategy.SURGICAL));

        assertThat(verdicts).containsExactlyInAnyOrder(Verdict.RESTORED, Verdict.UNTOUCHED);
    }

    @Test
    void the_strategy_complete_goes_on_from_wherever_it_stopped() throws IOException {
        Set<Verdict> verdicts =
                everyEntry(
                        HeldScene.request(
                                new Scope.ResourceGroup(ID, "rg-case"),
                                Optional.empty(),
                                IN_GROUP,
                                Strategy.COMPLETE));

        assertThat(verdicts).containsExactlyInAnyOrder(Verdict.RESTORED, Verdict.UNTOUCHED);
    }

    @Test
    void a_group_is_taken_while_a_transaction_of_its_subscription_is_unfinished()
            throws IOException {
        var scene = new HeldScene(Files.writeString(temporary.resolve("world.json"), WORLD));
        DeployRequest wide =
                HeldScene.request(
                        new Scope.Subscription(ID),
                        Optional.of("westus"),
                        IN_SUBSCRIPTION,
                        Strategy.SURGICAL);
        assertThat(scene.dies(wide, new HoldPoint(4, HoldPoint.Side.AFTER))).isTrue();

        Report refused =
                scene.deploy(
                        HeldScene.request(
                                new Scope.ResourceGroup(ID, "rg-case"),
                                Optional.empty(),
                                IN_GROUP,
                                Strategy.SURGICAL));

        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.failure().orElseThrow().error().code())
                .isEqualTo("UnfinishedTransaction");
    }

    private Set<Verdict> everyEntry(DeployRequest request) throws IOException {
        Path world = Files.writeString(temporary.resolve("world.json"), WORLD);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (HoldPoint.Side side : HoldPoint.Side.values()) {
            int entry = 1;
            var scene = new HeldScene(world);
            Map<String, Json> before = look(scene);
            while (scene.dies(request, new HoldPoint(entry, side))) {
                String at = side + " " + entry;
                Optional<Report> report = scene.resume();
                report.map(Report::verdict).ifPresent(verdicts::add);
                assertThat(OutsideReader.differences(before, look(scene))).as(at).isEmpty();
                assertThat(deployments(scene, request.scope())).as(at).isLessThanOrEqualTo(1);
                entry++;
                scene = new HeldScene(world);
            }
            assertThat(entry).as("entries").isGreaterThan(10);
        }
        return verdicts;
    }

    private static Map<String, Json> look(HeldScene scene) {
        var bodies = new TreeMap<String, Json>();
        bodies.put("case", body(scene, CASE, "2021-04-01"));
        bodies.put("new", body(scene, NEW, "2021-04-01"));
        bodies.put("ways", body(scene, CASE + WAYS, "2023-09-01"));
        bodies.put("guard", body(scene, CASE + GUARD, "2023-09-01"));
        return bodies;
    }

    private static Json body(HeldScene scene, String id, String apiVersion) {
        var answer = scene.outside().get(id, apiVersion);
        return answer.status() == 404 ? Json.nullValue() : answer.json().orElseThrow();
    }

    /** How many deployments of the template there are; the undo's own have another name. */
    private static long deployments(HeldScene scene, Scope scope) {
        return scene
                .outside()
                .get(scope.path() + "/providers/Microsoft.Resources/deployments", "2021-04-01")
                .json()
                .flatMap(json -> json.at("/value"))
                .flatMap(Json::asArray)
                .orElseThrow()
                .stream()
                .flatMap(item -> item.textAt("/name").stream())
                .filter(name -> !name.startsWith("belay-undo-"))
                .count();
    }
}
