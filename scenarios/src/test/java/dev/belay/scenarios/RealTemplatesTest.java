package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Shared;
import dev.belay.testkit.TarArchive;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Real templates are deployed once, then a second version of them fails at every write in turn:
 * refused at the request, and failing in provisioning. Each time everything is as before, seen from
 * outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTemplatesTest {

    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/rg-real";

    @TempDir private Path temporary;

    private final Map<String, String> archive = new HashMap<>();
    private final Tally tally = new Tally();

    /** What the figures of the whole run are. */
    private static final class Tally {
        int templates;
        int points;
        int equal;
        int controlDiffers;
        int controlUntouched;
        final TreeSet<String> types = new TreeSet<>();
    }

    /** One write of version 2, failing. */
    private record Point(String id, int nth, String stage) {}

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
        return RealTemplate.NAMES.stream()
                .map(
                        name ->
                                DynamicTest.dynamicTest(
                                        name,
                                        () -> everyWrite(RealTemplate.load(name, this::text))));
    }

    private String text(String path) {
        return Objects.requireNonNull(archive.get(path), path);
    }

    @AfterAll
    void figures() {
        System.out.println(
                "real templates: %d templates, %d types, %d fault points, %d equal; control: %d differ, %d before the first effect"
                        .formatted(
                                tally.templates,
                                tally.types.size(),
                                tally.points,
                                tally.equal,
                                tally.controlDiffers,
                                tally.controlUntouched));
        assertThat(tally.types).hasSizeGreaterThanOrEqualTo(10);
    }

    private void everyWrite(RealTemplate template) throws Exception {
        Scene plain = scene(template, "plain", List.of());
        deployFirst(plain);
        Scene.Ran second = deploySecond(plain, "rollback");
        assertThat(second.exit()).as(second.toString()).isZero();
        SequencedSet<String> before = touched(plain, "v1");
        List<String> writes = new ArrayList<>(touched(plain, "v2"));
        assertThat(writes.size()).isGreaterThanOrEqualTo(before.size() + 2);
        var ids = new LinkedHashSet<>(before);
        ids.addAll(writes);
        tally.templates++;
        ids.forEach(id -> tally.types.add(OutsideReader.typeOf(id)));
        for (int i = 0; i < writes.size(); i++) {
            int nth = before.contains(writes.get(i)) ? 2 : 1;
            for (String stage : List.of("request", "provisioning")) {
                var point = new Point(writes.get(i), nth, stage);
                restored(template, point, ids, i);
                kept(template, point, ids, i);
            }
        }
    }

    private void restored(RealTemplate template, Point point, SequencedSet<String> ids, int number)
            throws Exception {
        Scene scene = scene(template, "restore-" + number + point.stage(), List.of(point));
        deployFirst(scene);
        SequencedSet<String> all = withAll(scene, ids);
        Map<String, Json> before = scene.outside().bodies(all, apiVersions(template));

        Scene.Ran ran = deploySecond(scene, "rollback");

        tally.points++;
        all.addAll(scene.outside().listed(GROUP));
        Map<String, Json> after = scene.outside().bodies(all, apiVersions(template));
        assertThat(OutsideReader.differences(before, after)).as("%s%n%s", point, ran).isEmpty();
        tally.equal++;
        assertThat(ran.exit()).as("%s%n%s", point, ran).isEqualTo(3);
        assertThat(ran.verdict()).isEqualTo("RESTORED");
        assertThat(ran.report().textAt("/failure/code")).contains("Belay.Refused");
    }

    private void kept(RealTemplate template, Point point, SequencedSet<String> ids, int number)
            throws Exception {
        Scene scene = scene(template, "keep-" + number + point.stage(), List.of(point));
        deployFirst(scene);
        SequencedSet<String> all = withAll(scene, ids);
        Map<String, Json> before = scene.outside().bodies(all, apiVersions(template));

        Scene.Ran ran = deploySecond(scene, "keep");

        assertThat(ran.exit()).as("%s%n%s", point, ran).isEqualTo(7);
        boolean effect = !succeeded(scene).isEmpty() || point.stage().equals("provisioning");
        Map<String, Json> after = scene.outside().bodies(all, apiVersions(template));
        assertThat(OutsideReader.differences(before, after).isEmpty())
                .as("control %s: %s", point, ran)
                .isEqualTo(!effect);
        if (effect) {
            tally.controlDiffers++;
        } else {
            tally.controlUntouched++;
        }
    }

    private static SequencedSet<String> withAll(Scene scene, SequencedSet<String> ids) {
        var all = new LinkedHashSet<>(scene.outside().listed(GROUP));
        all.addAll(ids);
        for (String id : List.copyOf(all)) {
            if (OutsideReader.typeOf(id).equals("microsoft.storage/storageaccounts")) {
                for (String service : List.of("blob", "file", "queue", "table")) {
                    all.add(id + "/" + service + "Services/default");
                }
            }
        }
        return all;
    }

    private static SequencedSet<String> touched(Scene scene, String deployment) {
        return scene.outside()
                .touched(GROUP + "/providers/Microsoft.Resources/deployments/" + deployment);
    }

    private static List<String> succeeded(Scene scene) {
        Json operations =
                scene.outside()
                        .get(
                                GROUP + "/providers/Microsoft.Resources/deployments/v2/operations",
                                "2021-04-01")
                        .json()
                        .orElseThrow();
        return operations.at("/value").flatMap(Json::asArray).orElse(JsonArray.EMPTY).stream()
                .filter(
                        item ->
                                item.textAt("/properties/provisioningState")
                                        .equals(java.util.Optional.of("Succeeded")))
                .filter(
                        item ->
                                item.textAt("/properties/provisioningOperation")
                                        .equals(java.util.Optional.of("Create")))
                .flatMap(item -> item.textAt("/properties/targetResource/id").stream())
                .toList();
    }

    private Scene scene(RealTemplate template, String name, List<Point> faults) throws Exception {
        Path folder = Files.createDirectories(temporary.resolve(template.name()).resolve(name));
        JsonObject world =
                JsonObject.builder()
                        .put(
                                "resourceGroups",
                                Json.array(
                                        JsonObject.of(
                                                "name",
                                                Json.of("rg-real"),
                                                "location",
                                                Json.of("westus"))))
                        .put("resources", new JsonArray(template.world()))
                        .put(
                                "faults",
                                new JsonArray(
                                        faults.stream().map(RealTemplatesTest::fault).toList()))
                        .build();
        var scene = Scene.in(folder, world.toText());
        scene.file("v1.json", template.first());
        scene.file("v2.json", template.second());
        scene.file("parameters.json", template.parameterFile());
        return scene;
    }

    private static Json fault(Point point) {
        return JsonReader.strict()
                .read(
                        """
                        {"when": {"method": "PUT", "id": "%s", "nth": %d, "stage": "%s"},
                         "then": {"fail": {"status": 409, "code": "Belay.Refused", "message": "Refused by the world file."}},
                         "times": 1}\
                        """
                                .formatted(point.id(), point.nth(), point.stage()));
    }

    private static void deployFirst(Scene scene) {
        Scene.Ran first =
                scene.belay(
                        "deploy",
                        "-g",
                        "rg-real",
                        "-n",
                        "v1",
                        "-f",
                        "v1.json",
                        "-p",
                        "parameters.json");
        assertThat(first.exit()).as(first.toString()).isZero();
        assertThat(first.verdict()).isEqualTo("COMMITTED");
    }

    private static Scene.Ran deploySecond(Scene scene, String onFailure) {
        return scene.belay(
                "deploy",
                "-g",
                "rg-real",
                "-n",
                "v2",
                "-f",
                "v2.json",
                "-p",
                "parameters.json",
                "--on-failure",
                onFailure);
    }

    /** Resource type in lower case to the api-version that the template writes it with. */
    private static Map<String, String> apiVersions(RealTemplate template) {
        var versions = new HashMap<String, String>();
        for (String service : List.of("blob", "file", "queue", "table")) {
            versions.put("microsoft.storage/storageaccounts/" + service + "services", "2021-09-01");
        }
        for (Json resource : template.world()) {
            versions.put(
                    OutsideReader.typeOf(resource.textAt("/id").orElseThrow()),
                    resource.textAt("/apiVersion").orElseThrow());
        }
        for (Json resource :
                template.second().at("/resources").orElseThrow().asArray().orElseThrow()) {
            versions.put(
                    resource.textAt("/type").orElseThrow().toLowerCase(Locale.ROOT),
                    resource.textAt("/apiVersion").orElseThrow());
        }
        return versions;
    }
}
