package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.belay.json.Json;
import dev.belay.scenarios.RealScene.Point;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final AtomicInteger scenes = new AtomicInteger();

    /** Threads of its own: programs that wait must not hold up the pool that serves them. */
    private final ExecutorService hands =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    /**
     * What was seen of one fault.
     *
     * @param differences between before and after the undo, seen from outside
     * @param hidden whether a value that ARM never shows was sent to what stood before, so that the
     *     verdict names it
     * @param controlDiffers whether the same failure, kept, left something
     * @param wrong what else is not as it must be
     */
    private record Tried(
            Point point,
            List<String> differences,
            boolean hidden,
            boolean controlDiffers,
            Optional<String> wrong) {

        Tried withControl(boolean differs, Optional<String> complaint) {
            return new Tried(point, differences, hidden, differs, complaint);
        }
    }

    /** The figures of the whole run. */
    private static final class Tally {
        private int templates;
        private int writes;
        private final List<Tried> tried = new ArrayList<>();
        private final Set<String> types = new TreeSet<>();

        void add(Undisturbed undisturbed, List<Tried> points) {
            templates++;
            writes += undisturbed.points().size() / STAGES.size();
            undisturbed.ids().forEach(id -> types.add(OutsideReader.typeOf(id)));
            tried.addAll(points);
        }

        String text() {
            return "%d real templates over HTTP: %d types, %d writes, %d fault points tried, %d equal (%d with write-only values named); control: %d differ, %d before the first effect"
                    .formatted(
                            templates,
                            types.size(),
                            writes,
                            tried.size(),
                            count(one -> one.differences().isEmpty()),
                            count(Tried::hidden),
                            count(Tried::controlDiffers),
                            count(one -> !one.controlDiffers()));
        }

        private long count(Predicate<Tried> which) {
            return tried.stream().filter(which).count();
        }
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
        hands.shutdownNow();
        System.out.println(tally.text());
    }

    @Test
    void there_are_25_templates_and_25_types_at_least() {
        Set<String> types = new TreeSet<>();
        for (String name : RealTemplate.names()) {
            types.addAll(RealTemplate.load(name, this::text).apiVersions().keySet());
        }

        assertThat(RealTemplate.names()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(types).hasSizeGreaterThanOrEqualTo(25);
    }

    private void everyWrite(String name, int number) throws Exception {
        RealTemplate template = RealTemplate.load(name, this::text);
        Undisturbed undisturbed = undisturbed(template);
        List<Point> points = undisturbed.points();
        boolean all = !CHOSEN.isEmpty();
        List<Future<Tried>> trying =
                IntStream.range(0, points.size())
                        .filter(i -> all || (i + number) % PART == 0)
                        .mapToObj(points::get)
                        .map(point -> hands.submit(() -> tried(template, point, undisturbed)))
                        .toList();
        var tried = new ArrayList<Tried>();
        for (Future<Tried> one : trying) {
            tried.add(one.get());
        }
        tally.add(undisturbed, tried);
        assertThat(tried).isNotEmpty();
        for (Tried one : tried) {
            assertThat(one.differences()).as(one.toString()).isEmpty();
            one.wrong().ifPresent(wrong -> fail(one.point() + ": " + wrong));
        }
    }

    private Undisturbed undisturbed(RealTemplate template) {
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

    private Tried tried(RealTemplate template, Point point, Undisturbed undisturbed) {
        Tried restored = restored(template, point, undisturbed);
        return restored.wrong().isPresent() ? restored : kept(template, restored, undisturbed);
    }

    private Tried restored(RealTemplate template, Point point, Undisturbed undisturbed) {
        try (RealScene scene = scene(template, List.of(point))) {
            scene.deployFirst();
            Map<String, Json> before = scene.look(undisturbed.ids());

            Scene.Ran ran = scene.deploySecond("rollback");

            Map<String, Json> after = scene.look(undisturbed.ids());
            Set<String> hidden = template.hidden(scene.touched("v2"), before);
            String verdict = hidden.isEmpty() ? "RESTORED" : "RESTORED_WITH_RESIDUE";
            boolean right =
                    ran.exit() == (hidden.isEmpty() ? 3 : 4)
                            && ran.verdict().equals(verdict)
                            && template.residue(ran.report()).equals(hidden)
                            && ran.failureCode().equals("Belay.Refused");
            return new Tried(
                    point,
                    OutsideReader.differences(before, after),
                    !hidden.isEmpty(),
                    false,
                    right ? Optional.empty() : Optional.of(hidden + "\n" + ran));
        }
    }

    /** The control: the same failure is kept, and it shows. */
    private Tried kept(RealTemplate template, Tried restored, Undisturbed undisturbed) {
        Point point = restored.point();
        try (RealScene scene = scene(template, List.of(point))) {
            scene.deployFirst();
            Map<String, Json> before = scene.look(undisturbed.ids());

            Scene.Ran ran = scene.deploySecond("keep");

            var effects = new LinkedHashSet<>(scene.succeeded("v2"));
            if (point.stage().equals("provisioning")) {
                effects.add(point.id());
            }
            boolean effect =
                    effects.stream()
                            .map(id -> id.toLowerCase(Locale.ROOT))
                            .anyMatch(undisturbed.changing()::contains);
            Map<String, Json> after = scene.look(undisturbed.ids());
            boolean differs = !OutsideReader.differences(before, after).isEmpty();
            boolean right = ran.exit() == 7 && differs == effect;
            return restored.withControl(
                    differs, right ? Optional.empty() : Optional.of("control: " + ran));
        }
    }

    private RealScene scene(RealTemplate template, List<Point> points) {
        return RealScene.of(
                template,
                temporary.resolve(template.name() + "-" + scenes.getAndIncrement()),
                points);
    }
}
