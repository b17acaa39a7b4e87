package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.scenarios.RealScene.Point;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Real templates are deployed once over HTTP, then a second version of them fails at every write in
 * turn: refused at the request, and failing in provisioning. Each time everything is as before,
 * seen from outside. As a control the same failures are kept; then it is not.
 *
 * <p>Every fifth point is tried, each template having some; all of them with {@code
 * -Dbelay.real=all}, those of some templates with {@code -Dbelay.real=NAME,NAME}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTemplatesTest {

    private static final String CHOSEN = System.getProperty("belay.real", "");
    private static final int PART = 5;
    private static final List<String> STAGES = List.of("request", "provisioning");

    @TempDir private Path temporary;

    private final Map<String, String> archive = new HashMap<>();
    private final Tally tally = new Tally();

    /** What the figures of the whole run are. */
    private static final class Tally {
        int templates;
        int writes;
        int points;
        int equal;
        int residue;
        int controlDiffers;
        int controlUntouched;
        final TreeSet<String> types = new TreeSet<>();
    }

    /**
     * What an undisturbed run showed.
     *
     * @param ids of everything that either version writes
     * @param points all of them
     * @param changing in lower case, what version 2 makes different
     */
    private record Undisturbed(
            SequencedSet<String> ids, List<Point> points, Set<String> changing) {}

    @BeforeAll
    void read_the_archive() {
        TarArchive.read(Shared.path("data/template/templates.tar.gz"))
                .files()
                .forEach(
                        (name, bytes) ->
                                archive.put(name, new String(bytes, StandardCharsets.UTF_8)));
    }

    @TestFactory
    Stream<DynamicTest> every_write_of_version_2_fails_and_all_is_as_before() {
        List<String> names = RealTemplate.names();
        List<String> asked = List.of(CHOSEN.split(","));
        boolean some = names.stream().anyMatch(asked::contains);
        return names.stream()
                .filter(name -> !some || asked.contains(name))
                .map(
                        name ->
                                DynamicTest.dynamicTest(
                                        name, () -> everyWrite(name, names.indexOf(name))));
    }

    private String text(String path) {
        return Objects.requireNonNull(archive.get(path), path);
    }

    @AfterAll
    void figures() {
        System.out.println(
                "real templates over HTTP: %d templates, %d types, %d writes, %d fault points tried, %d equal, %d of them with named write-only values; control: %d differ, %d before the first effect"
                        .formatted(
                                tally.templates,
                                tally.types.size(),
                                tally.writes,
                                tally.points,
                                tally.equal,
                                tally.residue,
                                tally.controlDiffers,
                                tally.controlUntouched));
    }

    private void everyWrite(String name, int number) throws Exception {
        RealTemplate template = RealTemplate.load(name, this::text);
        Undisturbed undisturbed = undisturbed(template);
        tally.templates++;
        undisturbed.ids().forEach(id -> tally.types.add(OutsideReader.typeOf(id)));
        boolean all = !CHOSEN.isEmpty();
        int tried = 0;
        for (int i = 0; i < undisturbed.points().size(); i++) {
            if (all || (i + number) % PART == 0) {
                Point point = undisturbed.points().get(i);
                restored(template, point, undisturbed);
                kept(template, point, undisturbed);
                tried++;
            }
        }
        assertThat(tried).isPositive();
    }

    private Undisturbed undisturbed(RealTemplate template) throws Exception {
        try (RealScene scene = scene(template, List.of())) {
            scene.deployFirst();
            SequencedSet<String> first = scene.touched("v1");
            Map<String, Json> before = scene.look(first);
            Scene.Ran second = scene.deploySecond("rollback");
            assertThat(second.exit()).as(second.toString()).isZero();
            SequencedSet<String> writes = scene.touched("v2");
            assertThat(writes.size()).isGreaterThanOrEqualTo(first.size() + 2);
            var ids = new LinkedHashSet<>(first);
            ids.addAll(writes);
            Set<String> changing =
                    OutsideReader.differences(before, scene.look(ids)).stream()
                            .map(place -> place.substring(0, place.indexOf('#')))
                            .collect(Collectors.toSet());
            tally.writes += writes.size();
            return new Undisturbed(ids, points(writes, first), changing);
        }
    }

    private static List<Point> points(SequencedSet<String> writes, SequencedSet<String> first) {
        var points = new ArrayList<Point>();
        for (String id : writes) {
            for (String stage : STAGES) {
                points.add(new Point(id, first.contains(id) ? 2 : 1, stage));
            }
        }
        return points;
    }

    private void restored(RealTemplate template, Point point, Undisturbed undisturbed)
            throws Exception {
        try (RealScene scene = scene(template, List.of(point))) {
            scene.deployFirst();
            Map<String, Json> before = scene.look(undisturbed.ids());

            Scene.Ran ran = scene.deploySecond("rollback");

            tally.points++;
            Map<String, Json> after = scene.look(undisturbed.ids());
            String seen = point + "\n" + ran;
            assertThat(OutsideReader.differences(before, after)).as(seen).isEmpty();
            tally.equal++;
            assertThat(ran.report().textAt("/failure/code")).contains("Belay.Refused");
            Set<String> hidden = template.hidden(scene.touched("v2"), before);
            assertThat(template.residue(ran.report())).as(seen).isEqualTo(hidden);
            assertThat(ran.verdict())
                    .as(seen)
                    .isEqualTo(hidden.isEmpty() ? "RESTORED" : "RESTORED_WITH_RESIDUE");
            assertThat(ran.exit()).as(seen).isEqualTo(hidden.isEmpty() ? 3 : 4);
            tally.residue += hidden.isEmpty() ? 0 : 1;
        }
    }

    private void kept(RealTemplate template, Point point, Undisturbed undisturbed)
            throws Exception {
        try (RealScene scene = scene(template, List.of(point))) {
            scene.deployFirst();
            Map<String, Json> before = scene.look(undisturbed.ids());

            Scene.Ran ran = scene.deploySecond("keep");

            assertThat(ran.exit()).as("%s%n%s", point, ran).isEqualTo(7);
            var effects = new LinkedHashSet<>(scene.succeeded("v2"));
            if (point.stage().equals("provisioning")) {
                effects.add(point.id());
            }
            boolean effect =
                    effects.stream()
                            .map(id -> id.toLowerCase(Locale.ROOT))
                            .anyMatch(undisturbed.changing()::contains);
            Map<String, Json> after = scene.look(undisturbed.ids());
            assertThat(OutsideReader.differences(before, after).isEmpty())
                    .as("control %s: %s", point, ran)
                    .isEqualTo(!effect);
            if (effect) {
                tally.controlDiffers++;
            } else {
                tally.controlUntouched++;
            }
        }
    }

    private int scenes;

    private RealScene scene(RealTemplate template, List<Point> points) throws Exception {
        return RealScene.of(template, temporary.resolve(template.name() + "-" + scenes++), points);
    }
}
