package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a deployment costs follows what it changes, not what stands beside it: the same ten
 * resources in a group of many and in one of few. {@code -Dratios=full}: 2,000 and 200.
 */
final class RatiosTest {

    private static final double MOST_REQUESTS = 1.1;
    private static final double MOST_MEMORY = 1.5;
    private static final boolean FULL = "full".equals(System.getProperty("ratios"));
    private static final int MANY = FULL ? 2_000 : 1_100;
    private static final int FEW = FULL ? 200 : 110;

    /** Half of them stand before. */
    private static final int TOUCHED = 10;

    private static final String NSG = "Microsoft.Network/networkSecurityGroups";

    @TempDir Path folder;

    /**
     * What one deployment took.
     *
     * @param requests that it sent
     * @param memory its process's peak, KiB
     */
    private record Cost(long requests, long memory) {
        String comparedWith(Cost few) {
            return "%d requests against %d (%.3f), %d MiB against %d (%.3f)"
                    .formatted(
                            requests,
                            few.requests,
                            requestRatio(few),
                            memory >> 10,
                            few.memory >> 10,
                            memoryRatio(few));
        }

        double requestRatio(Cost few) {
            return (double) requests / few.requests;
        }

        double memoryRatio(Cost few) {
            return (double) memory / few.memory;
        }
    }

    @Test
    void requests_and_memory_follow_the_change_not_the_group() throws IOException {
        assumeTrue(PeakMemory.told(), "This system does not tell a process's peak memory.");
        Files.writeString(folder.resolve("main.json"), template());
        var told = new ArrayList<String>();

        try (ServedWorld world = ServedWorld.start(folder, world())) {
            for (int exit : List.of(3, 0)) { // the fault strikes once
                Cost few = deploy(world, "few", exit);
                Cost many = deploy(world, "many", exit);
                told.add("exit " + exit + ": " + many.comparedWith(few));
                assertThat(many.requestRatio(few))
                        .as("requests, %s", told)
                        .isLessThanOrEqualTo(MOST_REQUESTS);
                assertThat(many.memoryRatio(few))
                        .as("memory, %s", told)
                        .isLessThanOrEqualTo(MOST_MEMORY);
            }
        }
        Figures.tell(MANY + " resources against " + FEW + ", " + TOUCHED + " touched", told);
    }

    private Cost deploy(ServedWorld world, String group, int exit) {
        int before = world.requests("").size();
        try (BelayProcess belay =
                BelayProcess.measured(
                        folder,
                        PeakMemory.class,
                        "deploy",
                        "-g",
                        group,
                        "-f",
                        "main.json",
                        "--arm",
                        world.address(),
                        "--store",
                        "store-" + group)) {
            assertThat(belay.exit()).as(belay.printed()).isEqualTo(exit);
            String peak =
                    belay.printed()
                            .lines()
                            .filter(line -> line.startsWith(PeakMemory.TOLD))
                            .findFirst()
                            .orElseThrow();
            return new Cost(
                    world.requests("").size() - before,
                    Long.parseLong(peak.substring(PeakMemory.TOLD.length())));
        }
    }

    private static String world() {
        var resources = new ArrayList<String>();
        var faults = new ArrayList<String>();
        Map.of("many", MANY, "few", FEW)
                .forEach(
                        (group, count) -> {
                            String types =
                                    Scene.SUBSCRIPTION
                                            + "/resourceGroups/"
                                            + group
                                            + "/providers/"
                                            + NSG;
                            names(TOUCHED / 2, "touched")
                                    .forEach(n -> resources.add(nsg(types, n)));
                            names(count - TOUCHED / 2, "bystander")
                                    .forEach(name -> resources.add(nsg(types, name)));
                            faults.add(
                                    "{when:{method:'PUT',id:'"
                                            + types
                                            + "/touched-"
                                            + (TOUCHED - 1)
                                            + "',stage:'provisioning'},then:{fail:{status:409,"
                                            + "code:'Conflict',message:'no'}}}");
                        });
        return "{resourceGroups:[{name:'many',location:'westus'},{name:'few',location:'westus'}],"
                + "resources:"
                + resources
                + ",faults:"
                + faults
                + "}";
    }

    private static List<String> names(int count, String begin) {
        return IntStream.range(0, count).mapToObj(i -> begin + "-" + i).toList();
    }

    private static String nsg(String types, String name) {
        return "{id:'"
                + types
                + "/"
                + name
                + "',apiVersion:'2023-09-01',body:{location:'westus',tags:{stands:'before'},"
                + "properties:{}}}";
    }

    private static String template() {
        List<String> resources =
                names(TOUCHED, "touched").stream()
                        .map(
                                name ->
                                        """
                                        {"type": "%s", "apiVersion": "2023-09-01", "name": "%s",
                                         "location": "westus", "tags": {"sent": "now"},
                                         "properties": {}}\
                                        """
                                                .formatted(NSG, name))
                        .toList();
        return """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
         "contentVersion": "1.0.0.0", "resources": %s}
        """
                .formatted(resources);
    }
}
