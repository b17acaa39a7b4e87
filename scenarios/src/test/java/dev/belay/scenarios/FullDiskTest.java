package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The disk on which the store lies is full: a real file system, a real process. Nothing is sent
 * that the log does not announce; once there is room again, the resume ends what was begun. {@code
 * -Dbelay.crash=all}: at every entry.
 */
final class FullDiskTest {

    private static final boolean ALL = "all".equals(System.getProperty("belay.crash"));
    private static final int MOST_ENTRIES = 40;

    @TempDir Path folder;

    @Test
    void a_full_disk_stops_before_the_next_act_and_nothing_is_lost() {
        CrashCase kind = CrashCase.FAILS;
        List<String> groups = IntStream.range(0, MOST_ENTRIES).mapToObj(i -> "full" + i).toList();
        try (ServedWorld world = ServedWorld.start(folder, kind.world(groups))) {
            var whole = new CrashScene(world, kind, folder, groups.getFirst());
            try (BelayProcess deploy = whole.deploy(Map.of())) {
                assertThat(deploy.exit()).as(deploy.printed()).isEqualTo(3);
            }
            List<String> entries = whole.entries();
            for (int entry : points(entries)) {
                fullAt(world, groups.get(entry), entry, entries.get(entry - 1));
            }
        }
    }

    private static List<Integer> points(List<String> entries) {
        if (ALL) {
            return IntStream.rangeClosed(1, entries.size()).boxed().toList();
        }
        var points = new ArrayList<Integer>();
        for (String name : List.of("SnapshotTaken", "OperationsSeen", "StepEnded")) {
            points.add(entries.indexOf(name) + 1);
        }
        return points;
    }

    private void fullAt(ServedWorld world, String group, int entry, String name) {
        Optional<SmallDisk> mounted = SmallDisk.on(folder.resolve(group).resolve("store"));
        assumeTrue(mounted.isPresent(), "File systems cannot be mounted here.");
        String point = name + " " + entry;
        try (SmallDisk disk = mounted.orElseThrow()) {
            var scene = new CrashScene(world, CrashCase.FAILS, folder, group);
            try (BelayProcess deploy = scene.deployHolding(entry, "BEFORE")) {
                assertThat(deploy.holds()).as(point).isTrue();
                disk.fill();
                deploy.goOn();

                if (deploy.exit() == 3 && scene.entries().getLast().equals("RolledBack")) {
                    return; // the last, short record found room in the last page of its file
                }
                assertThat(deploy.exit()).as(point + deploy.printed()).isEqualTo(1);
                assertThat(deploy.printed()).as(point).contains("No space left on device");
                assertThat(deploy.printed())
                        .as(point)
                        .contains(
                                scene.entries().isEmpty()
                                        ? "Nothing was touched"
                                        : "belay resume " + scene.transaction());
            }
            assertAnnounced(scene, point);
            disk.free();
            assertEnds(scene, point);
        }
    }

    /** Every write that was sent stands in the log. */
    private static void assertAnnounced(CrashScene scene, String point) {
        List<String> entries = scene.entries();
        long deployments = scene.writes().stream().filter(ServedWorld.Logged::deployment).count();
        long undo = scene.writes().size() - deployments;
        assertThat(deployments)
                .as(point)
                .isLessThanOrEqualTo(Collections.frequency(entries, "DeploymentSubmitted"));
        assertThat(undo)
                .as(point)
                .isLessThanOrEqualTo(Collections.frequency(entries, "StepStarted"));
    }

    private static void assertEnds(CrashScene scene, String point) {
        if (scene.entries().isEmpty()) {
            assertThat(scene.writes()).as(point).isEmpty();
            return;
        }
        boolean submitted = scene.entries().contains("DeploymentSubmitted");
        try (BelayProcess resume = scene.resume(Map.of())) {
            assertThat(resume.exit())
                    .as(point + resume.printed())
                    .isEqualTo(submitted && !scene.writes().isEmpty() ? 3 : 6);
        }
        scene.assertAsBefore(point);
        CrashScene.assertNoUndoTwice(point, scene.writes());
    }
}
