package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;

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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A workflow's process killed with SIGKILL after an entry of its logs, or after an effect before
 * its entry; another process goes on; a stranger looks.
 */
final class RunKillTest {

    private static final int MOST_ENTRIES = 120;
    private static final int STUCK_LANES = 2;
    private static final String NEVER_BEGAN = "NEVER BEGAN";

    @TempDir Path folder;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

    /** Where a process is killed. */
    private record Point(int entry, String side) {

        Map<String, String> properties() {
            return Map.of("belay.test.hold", entry + ":" + side);
        }
    }

    /**
     * Kills a run once, lets it be finished, and checks everything.
     *
     * @return false if the process ended without coming to the point
     */
    private boolean killed(RunCrashScene scene, Point point) {
        String name = scene.kind() + " " + point;
        boolean held;
        try (BelayProcess run = scene.run(point.properties())) {
            held = killHolding(run);
        }
        List<ServedWorld.Logged> ofRun = scene.writes();
        assertNoWriteTwice(scene, name, ofRun);
        if (scene.runs().isEmpty()) {
            assertThat(ofRun).as(name).isEmpty();
            outcomes.merge(NEVER_BEGAN, 1, Integer::sum);
            return held;
        }
        boolean unseen = scene.actsUnseen();
        finish(scene, name, ofRun.size(), unseen, held);
        return held;
    }

    private static boolean killHolding(BelayProcess process) {
        boolean held = process.holds();
        if (held) {
            process.kill();
        }
        return held;
    }

    private void finish(
            RunCrashScene scene, String name, int writesBefore, boolean unseen, boolean held) {
        boolean kept = scene.kind() == RunCrashCase.SUCCEEDS && !unseen;
        if (scene.kind() == RunCrashCase.UNDO_STUCK) {
            resumed(scene, name, writesBefore, 5);
            assertThat(scene.inUse()).as(name).isTrue();
            assertStuck(scene, name);
            scene.giveUp();
            resumed(scene, name, scene.writes().size(), 3);
        } else {
            resumed(scene, name, writesBefore, kept ? 0 : 3);
        }
        assertEnd(scene, name, kept);
        if (held) {
            outcomes.merge(kept ? "COMMITTED" : "RESTORED", 1, Integer::sum);
        }
    }

    private static void resumed(RunCrashScene scene, String name, int writesBefore, int wanted) {
        try (BelayProcess resume = scene.resume(Map.of())) {
            int exit = resume.exit();
            assertThat(exit).as(name + "\n" + resume.printed()).isEqualTo(wanted);
            List<ServedWorld.Logged> all = scene.writes();
            assertNoWriteTwice(scene, name, all.subList(writesBefore, all.size()));
        }
    }

    private static void assertEnd(RunCrashScene scene, String name, boolean kept) {
        if (kept) {
            scene.assertDeployed(name);
        } else {
            assertThat(scene.differences()).as(name).isEmpty();
        }
        assertThat(scene.shells()).as(name).isLessThanOrEqualTo(1);
        Map<String, Long> deployments = scene.deployments();
        assertThat(deployments.values().stream().mapToLong(Long::longValue).sum())
                .as(name + deployments)
                .isEqualTo(scene.kind().deployments());
    }

    /** What others could not be undone before: those of the group; the rest is as it was. */
    private static void assertStuck(RunCrashScene scene, String name) {
        assertThat(scene.differences())
                .as(name)
                .isNotEmpty()
                .allMatch(path -> path.contains("/resourcegroups/r/"));
    }

    private static void assertNoWriteTwice(
            RunCrashScene scene, String name, List<ServedWorld.Logged> writes) {
        Stream<ServedWorld.Logged> once =
                scene.kind() == RunCrashCase.UNDO_STUCK
                        ? writes.stream().filter(write -> !scene.writtenByTwo(write))
                        : writes.stream();
        CrashScene.assertNoUndoTwice(name, once.toList());
    }

    @Test
    void a_run_killed_at_some_points_is_finished_by_another_process() {
        RunCrashCase kind = RunCrashCase.PROBE_FAILS;
        List<RunCrashCase.Slot> slots = kind.slots(7);
        try (ServedWorld world = ServedWorld.start(folder, kind.world(slots));
                Probed probed = Probed.start()) {
            RunCrashScene whole = scene(world, slots.getFirst(), folder, probed);
            try (BelayProcess run = whole.run(Map.of())) {
                assertThat(run.exit()).as(run.printed()).isEqualTo(3);
            }
            assertEnd(whole, "not killed", false);
            int entries = whole.entries();
            for (int i = 1; i < slots.size(); i++) {
                var point = new Point(entries * i / slots.size(), i % 2 == 0 ? "BEFORE" : "AFTER");
                assertThat(killed(scene(world, slots.get(i), folder, probed), point))
                        .as(point.toString())
                        .isTrue();
            }
        }
    }

    private static RunCrashScene scene(
            ServedWorld world, RunCrashCase.Slot slot, Path folder, Probed probed) {
        int answer = slot.kind() == RunCrashCase.SUCCEEDS ? 200 : 503;
        return new RunCrashScene(world, slot, folder, probed.answering(answer));
    }

    /** A rollback that fails half-way: what goes on, what is held, and the end. */
    @Test
    void what_others_use_holds_back_only_what_lies_behind_it_until_they_give_it_up() {
        RunCrashCase kind = RunCrashCase.UNDO_STUCK;
        List<RunCrashCase.Slot> slots = kind.slots(1);
        try (ServedWorld world = ServedWorld.start(folder, kind.world(slots));
                Probed probed = Probed.start()) {
            RunCrashScene scene = scene(world, slots.getFirst(), folder, probed);
            try (BelayProcess run = scene.run(Map.of())) {
                assertThat(run.exit()).as(run.printed()).isEqualTo(5);
                assertThat(rollbacks(run))
                        .containsExactly(
                                "network NOT_RESTORED",
                                "groups RESTORED",
                                "policies RESTORED",
                                "first HELD");
                assertThat(run.printed()).contains("InUseNetworkSecurityGroupCannotBeDeleted");
            }
            assertStuck(scene, "in use");
            assertThat(scene.inUse()).isTrue();

            scene.giveUp();

            try (BelayProcess resume = scene.resume(Map.of())) {
                assertThat(resume.exit()).as(resume.printed()).isEqualTo(3);
                assertThat(rollbacks(resume))
                        .contains("network RESTORED", "first RESTORED")
                        .hasSize(4);
            }
            assertEnd(scene, "given up", false);
        }
    }

    private static List<String> rollbacks(BelayProcess process) {
        Json report = process.report();
        return report.at("/rollbacks").flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                .map(
                        line ->
                                line.textAt("/step").orElseThrow()
                                        + " "
                                        + line.textAt("/verdict").orElseThrow())
                .toList();
    }

    /** Every entry and every effect of three workflows, and of an undo gone on with; minutes. */
    @Test
    @EnabledIfSystemProperty(named = "belay.crash", matches = "all")
    void killed_at_every_entry_and_after_every_effect() throws Exception {
        long start = System.nanoTime();
        List<Callable<Integer>> tasks = new ArrayList<>();
        try (Probed probed = Probed.start()) {
            for (RunCrashCase kind : RunCrashCase.values()) {
                tasks.add(() -> everyPoint(kind.name(), kind, probed, this::killed));
            }
            tasks.add(
                    () -> everyPoint("second", RunCrashCase.UNDO_STUCK, probed, this::killedAgain));
            int kills;
            try (var lanes = Executors.newFixedThreadPool(tasks.size())) {
                kills = sum(lanes.invokeAll(tasks));
            }
            System.err.println(
                    "Kills of runs: "
                            + kills
                            + ", outcomes: "
                            + new TreeMap<>(outcomes)
                            + ", seconds: "
                            + (System.nanoTime() - start) / 1_000_000_000);
        }
        for (String outcome : List.of("COMMITTED", "RESTORED")) {
            assertThat(outcomes.getOrDefault(outcome, 0)).as(outcome).isGreaterThanOrEqualTo(10);
        }
    }

    /** A way to kill one process at one point; false if it ended before. */
    private interface Killing {
        boolean at(RunCrashScene scene, Point point);
    }

    /**
     * Kills at every point.
     *
     * @param name of the folder in which the world is
     */
    private int everyPoint(String name, RunCrashCase kind, Probed probed, Killing killing)
            throws Exception {
        var slots = new ConcurrentLinkedQueue<>(kind.slots(2 * MOST_ENTRIES));
        Path own = Files.createDirectories(folder.resolve(name));
        int lanes = kind == RunCrashCase.UNDO_STUCK ? STUCK_LANES : 1;
        List<Callable<Integer>> tasks = new ArrayList<>();
        try (ServedWorld world = ServedWorld.start(own, kind.world(List.copyOf(slots)));
                var pool = Executors.newFixedThreadPool(lanes)) {
            for (int lane = 1; lane <= lanes; lane++) {
                int first = lane;
                tasks.add(
                        () -> {
                            int kills = 0;
                            for (String side : List.of("BEFORE", "AFTER")) {
                                int entry = first;
                                while (killing.at(
                                        scene(world, slots.remove(), own, probed),
                                        new Point(entry, side))) {
                                    entry += lanes;
                                    kills++;
                                }
                            }
                            return kills;
                        });
            }
            return sum(pool.invokeAll(tasks));
        }
    }

    private static int sum(List<Future<Integer>> counts) throws Exception {
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        return sum;
    }

    /** The process killed that goes on with an undo after its cause is gone. */
    private boolean killedAgain(RunCrashScene scene, Point point) {
        String name = "second undo " + point;
        try (BelayProcess run = scene.run(Map.of())) {
            assertThat(run.exit()).as(name + "\n" + run.printed()).isEqualTo(5);
        }
        scene.giveUp();
        boolean held;
        try (BelayProcess resume = scene.resume(point.properties())) {
            held = killHolding(resume);
        }
        resumed(scene, name, scene.writes().size(), 3);
        assertEnd(scene, name, false);
        if (held) {
            outcomes.merge("RESTORED", 1, Integer::sum);
        }
        return held;
    }
}
