package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A deploying process killed with SIGKILL after an entry of its log, or after an effect before its
 * entry; another process goes on; a stranger looks.
 */
final class KillTest {

    private static final Map<Integer, String> OUTCOMES =
            Map.of(0, "COMMITTED", 2, "NEVER BEGAN", 3, "RESTORED", 6, "UNTOUCHED");
    private static final int MOST_ENTRIES = 40;

    @TempDir Path folder;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

    /**
     * Kills once and checks everything.
     *
     * @return false if the process ended without coming to the point
     */
    private boolean killed(CrashScene scene, String name, int entry, String side) {
        String point = name + " " + side + " " + entry;
        boolean held;
        try (BelayProcess deploy = scene.deployHolding(entry, side)) {
            held = deploy.holds();
            if (held) {
                deploy.kill();
            }
        }
        List<ServedWorld.Logged> ofDeploy = scene.writes();
        CrashScene.assertNoUndoTwice(point, ofDeploy);
        try (BelayProcess resume = scene.resume(Map.of())) {
            int exit = resume.exit();
            List<ServedWorld.Logged> all = scene.writes();
            CrashScene.assertNoUndoTwice(point, all.subList(ofDeploy.size(), all.size()));
            String outcome = OUTCOMES.getOrDefault(exit, "exit " + exit);
            assertThat(OUTCOMES).as(point + "\n" + resume.printed()).containsKey(exit);
            assertOutcome(scene, point + " " + outcome, exit);
            if (exit != 2) {
                assertThat(resume.out()).as(point).contains("\"verdict\":\"" + outcome + "\"");
            }
            if (held) {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
        return held;
    }

    private static void assertOutcome(CrashScene scene, String point, int exit) {
        long accepted = scene.acceptedDeployments();
        switch (exit) {
            case 0 -> {
                scene.assertDeployed(point);
                assertThat(accepted).as(point).isEqualTo(1);
            }
            case 3 -> {
                scene.assertAsBefore(point);
                assertThat(accepted).as(point).isEqualTo(1);
            }
            default -> {
                scene.assertAsBefore(point);
                assertThat(scene.writes()).as(point).noneMatch(ServedWorld.Logged::accepted);
            }
        }
    }

    @Test
    void a_deployment_killed_at_its_turning_points_is_finished_by_another_process() {
        CrashCase kind = CrashCase.FAILS;
        List<String> groups = groups("t", 7);
        try (ServedWorld world = ServedWorld.start(folder, kind.world(groups))) {
            var whole = new CrashScene(world, kind, folder, groups.get(0));
            try (BelayProcess deploy = whole.deploy(Map.of())) {
                assertThat(deploy.exit()).as(deploy.printed()).isEqualTo(3);
            }
            List<String> entries = whole.entries();
            int submitted = entries.indexOf("DeploymentSubmitted") + 1;
            int step = entries.indexOf("StepStarted") + 1;

            kill(world, groups.get(1), submitted, "AFTER");
            kill(world, groups.get(2), submitted + 1, "BEFORE");
            kill(world, groups.get(3), entries.indexOf("OperationsSeen") + 1, "AFTER");
            kill(world, groups.get(4), step, "AFTER");
            kill(world, groups.get(5), step + 1, "BEFORE");

            assertThat(outcomes).isEqualTo(Map.of("UNTOUCHED", 1, "RESTORED", 4));
        }
    }

    private void kill(ServedWorld world, String group, int entry, String side) {
        var scene = new CrashScene(world, CrashCase.FAILS, folder, group);
        assertThat(killed(scene, "FAILS", entry, side)).as(side + " " + entry).isTrue();
    }

    /** Every entry and every effect of three deployments; minutes. */
    @Test
    @EnabledIfSystemProperty(named = "belay.crash", matches = "all")
    void killed_at_every_entry_and_after_every_effect() throws Exception {
        long start = System.nanoTime();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (CrashCase kind : CrashCase.values()) {
            tasks.add(() -> everyPoint(kind));
        }
        int kills = 0;
        try (var lanes = Executors.newFixedThreadPool(tasks.size())) {
            for (var done : lanes.invokeAll(tasks)) {
                kills += done.get();
            }
        }
        System.err.println(
                "Kills: "
                        + kills
                        + ", outcomes: "
                        + new TreeMap<>(outcomes)
                        + ", seconds: "
                        + (System.nanoTime() - start) / 1_000_000_000);
        for (String outcome : List.of("COMMITTED", "RESTORED", "UNTOUCHED")) {
            assertThat(outcomes.getOrDefault(outcome, 0)).as(outcome).isGreaterThanOrEqualTo(10);
        }
    }

    private int everyPoint(CrashCase kind) throws Exception {
        List<String> groups = groups(kind.prefix(), 2 * MOST_ENTRIES);
        Path own = Files.createDirectories(folder.resolve(kind.name()));
        int kills = 0;
        try (ServedWorld world = ServedWorld.start(own, kind.world(groups))) {
            for (String side : List.of("BEFORE", "AFTER")) {
                for (int entry = 1; entry <= MOST_ENTRIES; entry++) {
                    String group = groups.removeLast();
                    var scene = new CrashScene(world, kind, own, group);
                    if (!killed(scene, kind.name(), entry, side)) {
                        break;
                    }
                    kills++;
                }
            }
        }
        return kills;
    }

    private static List<String> groups(String prefix, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> prefix + "x" + i).toList().reversed());
    }

    /** The owner is stopped, its lease taken over, and it goes on. */
    @Test
    void a_paused_owner_whose_lease_was_taken_over_changes_nothing_any_more() {
        CrashCase kind = CrashCase.FAILS;
        List<String> groups = groups("p", 2);
        try (ServedWorld world = ServedWorld.start(folder, kind.world(groups))) {
            var whole = new CrashScene(world, kind, folder, groups.get(0));
            try (BelayProcess deploy = whole.deploy(Map.of())) {
                assertThat(deploy.exit()).isEqualTo(3);
            }
            int step = whole.entries().indexOf("StepStarted") + 1;
            var scene = new CrashScene(world, kind, folder, groups.get(1));
            Map<String, String> properties =
                    Map.of("belay.test.lease", "PT6S", "belay.test.hold", step + ":AFTER");

            try (BelayProcess owner = scene.deploy(properties)) {
                assertThat(owner.holds()).isTrue();
                owner.signal("STOP");
                try (BelayProcess resume = scene.resume(Map.of("belay.test.lease", "PT6S"))) {
                    assertThat(resume.exit()).as(resume.printed()).isEqualTo(3);
                    assertThat(resume.out()).contains("holds the lease");
                }
                var records = scene.records();
                int requests = scene.requests().size();

                owner.goOn();
                owner.signal("CONT");

                assertThat(owner.exit()).isEqualTo(1);
                assertThat(owner.printed()).contains("taken");
                assertThat(scene.records()).isEqualTo(records);
                assertThat(scene.requests().size() - requests).isLessThanOrEqualTo(1);
                scene.assertAsBefore("after the paused owner went on");
            }
        }
    }

    @Test
    void an_emulator_killed_amid_a_deployment_and_started_again_is_waited_for() {
        emulatorKilledAfter("OperationsSeen");
    }

    @Test
    void an_emulator_killed_amid_an_undo_and_started_again_is_waited_for() {
        emulatorKilledAfter("StepStarted");
    }

    /** The server is gone when the process goes on after the first such entry. */
    private void emulatorKilledAfter(String entry) {
        CrashCase kind = CrashCase.FAILS;
        List<String> groups = groups("e", 2);
        try (ServedWorld world = ServedWorld.start(folder, kind.world(groups))) {
            var whole = new CrashScene(world, kind, folder, groups.get(0));
            try (BelayProcess deploy = whole.deploy(Map.of())) {
                assertThat(deploy.exit()).isEqualTo(3);
            }
            int place = whole.entries().indexOf(entry) + 1;
            var scene = new CrashScene(world, kind, folder, groups.get(1));
            try (BelayProcess deploy = scene.deployHolding(place, "AFTER")) {
                assertThat(deploy.holds()).isTrue();
                world.kill();
                deploy.goOn();
                world.startAgain();

                int exit = deploy.exit();
                assertThat(exit).as(deploy.printed()).isIn(3, 5);
                if (exit == 5) {
                    try (BelayProcess resume = scene.resume(Map.of())) {
                        assertThat(resume.exit()).as(resume.printed()).isEqualTo(3);
                    }
                }
            }
            scene.assertAsBefore("after the emulator was killed");
            assertThat(scene.acceptedDeployments()).isEqualTo(1);
        }
    }

    /** The control: a stranger sees what a failure leaves that is not undone. */
    @Test
    void what_is_kept_is_seen_from_outside() {
        CrashCase kind = CrashCase.FAILS;
        try (ServedWorld world = ServedWorld.start(folder, kind.world(List.of("k")))) {
            var scene = new CrashScene(world, kind, folder, "k");
            try (BelayProcess deploy = scene.deploy(Map.of(), "--on-failure", "keep")) {
                assertThat(deploy.exit()).as(deploy.printed()).isEqualTo(7);
            }
            assertThatThrownBy(() -> scene.assertAsBefore("kept"))
                    .isInstanceOf(AssertionError.class);
        }
    }
}
