package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmRequest;
import dev.belay.arm.wire.Method;
import dev.belay.arm.wire.NoAnswerException;
import dev.belay.emulator.host.EmbeddedArm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Somebody deletes the resource group that a deployment was sent to. */
final class VanishedGroupTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg";
    private static final String TABLES = GROUP + "/providers/Microsoft.Network/routeTables/";

    private static final String WORLD =
            """
            {"resourceGroups": [{"name": "rg", "location": "westus"}],
             "resources": [{"id": "%1$sold", "apiVersion": "2023-09-01",
               "body": {"location": "westus", "tags": {"release": "1"}, "properties": {}}}]%2$s}
            """;

    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "resources": [
              {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "old",
               "location": "westus", "tags": {"release": "2"}, "properties": {}},
              {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "new",
               "location": "westus", "properties": {}, "dependsOn": ["old"]}]}
            """;

    @TempDir private Path folder;

    private static String deletedDuring() {
        return """
        , "timeline": [{"after": {"ended": "%sold"}, "by": "a colleague",
            "request": {"method": "DELETE", "path": "%s?api-version=2021-04-01", "body": null}}],
          "latencies": [{"type": "Microsoft.Network/routeTables", "method": "PUT", "takes": "PT10M"}]
        """
                .formatted(TABLES, GROUP);
    }

    @Test
    void while_it_runs_what_cannot_be_restored_is_named() {
        var scene = Scene.in(folder, WORLD.formatted(TABLES, deletedDuring()));
        scene.file("main.json", TEMPLATE);

        Scene.Ran ran = scene.belay("deploy", "-g", "rg", "-f", "main.json");

        assertThat(scene.outside().get(GROUP, "2021-04-01").status()).isEqualTo(404);
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains(
                        "GROUP_VANISHED",
                        "\"" + GROUP + "\"",
                        TABLES + "old",
                        "who deleted it cannot be told",
                        "not created again");
    }

    @Test
    void the_strategy_complete_says_the_same() {
        var scene = Scene.in(folder, WORLD.formatted(TABLES, deletedDuring()));
        scene.file("main.json", TEMPLATE);

        Scene.Ran ran =
                scene.belay(
                        "deploy",
                        "-g",
                        "rg",
                        "-f",
                        "main.json",
                        "--strategy",
                        "complete",
                        "--accept-deletions");

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.report().at("/residue").orElseThrow().toText())
                .contains("GROUP_VANISHED", "\"" + GROUP + "\"", TABLES + "old");
    }

    @Test
    void after_a_success_it_is_left_alone_and_named() throws NoAnswerException {
        var scene = Scene.in(folder, WORLD.formatted(TABLES, ""));
        scene.file("main.json", TEMPLATE);
        Scene.Ran deployed = scene.belay("deploy", "-g", "rg", "-f", "main.json");
        assertThat(deployed.exit()).as(deployed.toString()).isZero();
        deleteGroup();

        Scene.Ran ran = scene.belay("rollback", "-g", "rg", "--accept-deletions");

        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.report().at("/leftAlone").orElseThrow().toText())
                .contains("\"" + GROUP + "\"", "with its resource group", "not created again");
    }

    private void deleteGroup() throws NoAnswerException {
        Path world = folder.resolve("world.json");
        URI group = URI.create(GROUP + "?api-version=2021-04-01");
        try (EmbeddedArm arm =
                EmbeddedArm.open(world, Optional.of(folder.resolve("world.json.state")))) {
            arm.send(ArmRequest.of(Method.DELETE, group));
            int status = 200;
            while (status == 200) {
                arm.pause().pause(Duration.ofSeconds(15));
                status = arm.send(ArmRequest.get(group)).status();
            }
            assertThat(status).isEqualTo(404);
        }
    }
}
