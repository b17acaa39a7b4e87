package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Blueprint folders, converted, deployed and undone. Before and after, a stranger lists all that
 * can stand in the subscription.
 */
class BlueprintTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "blueprints");

    /** Lists, or single settings, and their api-versions. */
    private static final Map<String, String> LOOKS =
            Map.of(
                    "/resourcegroups", "2021-04-01",
                    "/resources", "2021-04-01",
                    "/providers/Microsoft.Authorization/roleAssignments", "2022-04-01",
                    "/providers/Microsoft.Authorization/policyAssignments", "2022-06-01",
                    "/providers/Microsoft.Authorization/policyDefinitions", "2021-06-01",
                    "/providers/Microsoft.Authorization/roleDefinitions", "2022-04-01",
                    "/providers/Microsoft.Resources/tags/default", "2021-04-01");

    /** Which write of the blueprint fails: its last one. */
    private static final Map<String, String> LAST_WRITE =
            Map.of(
                    "tags", "Microsoft.Storage/storageAccounts",
                    "governance", "Microsoft.Authorization/roleAssignments",
                    "hub", "Microsoft.Network/virtualNetworks/virtualNetworkPeerings");

    @TempDir private Path temporary;

    @TestFactory
    Stream<DynamicTest> a_blueprint_that_fails_at_its_last_write_leaves_nothing() {
        return LAST_WRITE.entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(),
                                        () -> fails(each.getKey(), each.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> a_blueprint_that_was_deployed_can_be_rolled_back() {
        return LAST_WRITE.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> rolledBack(name)));
    }

    private void fails(String name, String type) throws IOException {
        Scene scene = converted(name, "fails-" + name, faultAt(type));
        Map<String, Json> before = looks(scene);

        Scene.Ran ran = deploy(scene);

        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.verdict()).isEqualTo("RESTORED");
        assertThat(ran.failureCode()).isEqualTo("QuotaExceeded");
        assertThat(looks(scene)).isEqualTo(before);
    }

    private void rolledBack(String name) throws IOException {
        Scene scene = converted(name, "good-" + name, JsonArray.EMPTY);
        Map<String, Json> before = looks(scene);

        Scene.Ran deployed = deploy(scene);

        assertThat(deployed.exit()).as(deployed.toString()).isZero();
        assertThat(looks(scene)).isNotEqualTo(before);
        Scene.Ran undone = scene.belay("rollback", "--scope", "sub", "--accept-deletions");
        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(looks(scene)).isEqualTo(before);
    }

    private Scene converted(String name, String folder, JsonArray faults) throws IOException {
        Path here = Files.createDirectory(temporary.resolve(folder));
        copy(EXAMPLES.resolve(name), here.resolve(name));
        JsonObject world =
                JsonReader.strict()
                        .read(Files.readString(EXAMPLES.resolve("world.json")))
                        .asObject()
                        .orElseThrow()
                        .with("faults", faults);
        Scene scene = Scene.in(here, world.toText());
        Scene.Ran conversion =
                scene.belayAlone(
                        "blueprint",
                        "convert",
                        name,
                        "--assignment",
                        name + "/assignment.json",
                        "--without-locks",
                        "-o",
                        "main.json");
        assertThat(conversion.exit()).as(conversion.toString()).isZero();
        return scene;
    }

    private static JsonArray faultAt(String type) {
        return Json.array(
                JsonReader.strict()
                        .read(
                                """
                                {"when": {"method": "PUT", "type": "%s", "stage": "%s"},
                                 "then": {"fail": {"status": 409, "code": "QuotaExceeded", "message": "No more of these."}}}\
                                """
                                        .formatted(type, stage(type))));
    }

    /** What ARM makes at once can fail at the request only. */
    private static String stage(String type) {
        return type.startsWith("Microsoft.Authorization/") ? "request" : "provisioning";
    }

    private static Scene.Ran deploy(Scene scene) {
        return scene.belay(
                "deploy",
                "--scope",
                "sub",
                "--location",
                "westeurope",
                "-f",
                "main.json",
                "-p",
                "main.parameters.json");
    }

    /** Everything but ARM's own notes about writes, which a setting put back has anew. */
    private static Map<String, Json> looks(Scene scene) {
        OutsideReader outside = scene.outside();
        var looks = new LinkedHashMap<String, Json>();
        LOOKS.forEach(
                (path, version) -> {
                    var answer = outside.get(Scene.SUBSCRIPTION + path, version);
                    assertThat(answer.status()).as(path).isEqualTo(200);
                    looks.put(path, answer.json().orElseThrow());
                });
        return looks;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
