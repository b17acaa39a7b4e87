package dev.belay.emulator.deployment;

import static dev.belay.emulator.deployment.Scene.deployment;
import static dev.belay.emulator.deployment.Scene.securityGroup;
import static dev.belay.emulator.deployment.Scene.storage;
import static dev.belay.emulator.deployment.Scene.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.emulator.world.DeploymentRecord;
import dev.belay.emulator.world.Progress;
import dev.belay.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Deployments that were on disk while they ran, and large ones. */
class DeploymentProgressTest {

    /** Every record as it comes back from disk: its run as JSON. */
    private static void throughDisk(Scene scene) {
        scene.change(
                world -> {
                    var after = world;
                    for (DeploymentRecord record : world.deployments().values()) {
                        var kept =
                                JsonReader.strict()
                                        .read(record.progress().toJson().toText())
                                        .asObject()
                                        .orElseThrow();
                        after = after.with(Records.with(record, new Progress.Kept(kept)));
                    }
                    return after;
                });
    }

    @Test
    void a_deployment_that_was_on_disk_while_it_ran_comes_to_the_same_end() {
        String nested =
                "{'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name':"
                        + " 'inner', 'dependsOn': ['nsg'], 'properties': {'mode': 'Incremental',"
                        + " 'template': "
                        + template(storage("shop2", "") + "," + storage("shop3", ""))
                        + "}}";
        String all = template(securityGroup("nsg", "") + "," + storage("shop1", "") + "," + nested);
        Scene straight = new Scene();
        straight.deploy("one", all);
        straight.runAll();

        var scene = new Scene();
        scene.deploy("one", all);
        for (int second = 0; second < 60; second++) {
            throughDisk(scene);
            scene.runFor(Duration.ofSeconds(1));
        }

        assertThat(scene.record("one").state()).isEqualTo("Succeeded");
        assertThat(scene.get(deployment("one")).toText())
                .isEqualTo(straight.get(deployment("one")).toText());
        assertThat(scene.get(deployment("inner")).toText())
                .isEqualTo(straight.get(deployment("inner")).toText());
    }

    @Test
    void a_deployment_of_the_largest_size_comes_to_its_end() {
        var resources = new StringBuilder();
        for (int i = 0; i < 799; i++) {
            String more = i % 10 == 0 ? "" : ", 'dependsOn': ['nsg" + (i - 1) + "']";
            resources.append(securityGroup("nsg" + i, more)).append(',');
        }
        resources.append(securityGroup("nsg799", ""));
        var scene = new Scene();

        scene.deploy("large", template(resources.toString()));
        scene.runAll();

        assertThat(scene.record("large").state()).isEqualTo("Succeeded");
        assertThat(scene.record("large").operations()).hasSize(800);
    }

    @Test
    void what_belongs_to_an_earlier_deployment_of_the_name_is_passed_over() {
        Scene scene =
                new Scene()
                        .refuse(
                                Scene.resource("Microsoft.Storage/storageAccounts", "shop2"),
                                "Conflict");
        scene.deploy("one", template(storage("shop1", "") + "," + storage("shop2", "")));
        scene.runFor(Duration.ofSeconds(2));

        scene.deploy("one", template(securityGroup("nsg", "")));
        scene.runAll();

        assertThat(scene.record("one").state()).isEqualTo("Succeeded");
        assertThat(scene.record("one").operations()).hasSize(1);
    }
}
