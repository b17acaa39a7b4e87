package dev.belay.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.arm.wire.ArmResponse;
import dev.belay.json.Json;
import dev.belay.json.JsonArray;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The page that it all began with, section by section, as a workflow: examples/seed. What the other
 * tool cannot do is looked at from outside.
 */
class SeedWorkflowTest {

    private static final Path SEED = Path.of("..", "examples", "seed");
    private static final String GROUP = Scene.SUBSCRIPTION + "/resourceGroups/harness-arm-test";
    private static final String NSG =
            GROUP + "/providers/Microsoft.Network/networkSecurityGroups/nsg-web";
    private static final String NETWORK =
            GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet-web";
    private static final String ACCOUNT =
            GROUP + "/providers/Microsoft.Storage/storageAccounts/storagewfvariables1234";
    private static final String CORP = "/providers/Microsoft.Management/managementGroups/corp";
    private static final String POLICIES =
            CORP + "/providers/Microsoft.Authorization/policyDefinitions/";
    private static final String STEP = "ARM create resource";

    private static final List<String> EVERYTHING =
            List.of(
                    NSG,
                    NETWORK,
                    ACCOUNT,
                    ACCOUNT + "/fileServices/default",
                    ACCOUNT + "/blobServices/default",
                    CORP,
                    "/providers/Microsoft.Management/managementGroups/outer",
                    POLICIES + "old",
                    POLICIES + "new");

    private static final Map<String, String> VERSIONS =
            Map.of(
                    "microsoft.network/networksecuritygroups", "2023-09-01",
                    "microsoft.network/virtualnetworks", "2023-09-01",
                    "microsoft.storage/storageaccounts", "2023-05-01",
                    "microsoft.storage/storageaccounts/fileservices", "2023-05-01",
                    "microsoft.storage/storageaccounts/blobservices", "2023-05-01",
                    "microsoft.management/managementgroups", "2021-04-01",
                    "microsoft.authorization/policydefinitions", "2021-06-01");

    /** What policies and management groups note of every write, and nobody can set. */
    private static final List<String> NOTES =
            List.of(
                    "#/properties/metadata/updatedBy",
                    "#/properties/metadata/updatedOn",
                    "#/properties/details/version",
                    "#/properties/details/updatedTime");

    @TempDir private Path temporary;

    private Scene scene;
    private Map<String, Json> before;

    @BeforeEach
    void the_example_is_copied() throws IOException {
        scene = Scene.in(temporary, Files.readString(SEED.resolve("world.json")));
        try (Stream<Path> files = Files.list(SEED)) {
            for (Path file : files.filter(SeedWorkflowTest::isPart).toList()) {
                scene.file(file.getFileName().toString(), Files.readString(file));
            }
        }
        before = scene.outside().bodies(EVERYTHING, VERSIONS);
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.(yaml|json)") && !name.equals("world.json");
    }

    private List<String> differences() {
        return OutsideReader.differences(before, scene.outside().bodies(EVERYTHING, VERSIONS))
                .stream()
                .filter(path -> NOTES.stream().noneMatch(path::endsWith))
                .toList();
    }

    /** In a process of its own, whose lease is taken over once it has ended. */
    private Scene.Ran process(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", "store", "--output", "json"));
        try (BelayProcess process =
                BelayProcess.start(scene.folder(), Map.of(), all.toArray(String[]::new))) {
            int exit = process.exit();
            return new Scene.Ran(exit, process.out(), "");
        }
    }

    private ArmResponse group(String name) {
        return scene.outside().get(Scene.SUBSCRIPTION + "/resourceGroups/" + name, "2021-04-01");
    }

    private static List<Json> items(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::asArray).map(JsonArray::items).orElse(List.of());
    }

    private static String run(Scene.Ran ran) {
        return ran.report().textAt("/run").orElseThrow();
    }

    private static void assertRestored(Scene.Ran ran) {
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.verdict()).isEqualTo("RESTORED");
        assertThat(ran.report().textAt("/cause/code")).contains("ShellFailed");
    }

    @Test
    void no_rollback_step_stands_in_the_workflow_and_one_appears_in_the_run() throws IOException {
        String workflow = Files.readString(SEED.resolve("workflow.yaml"));
        assertThat(workflow.substring(workflow.indexOf("phases:"))).doesNotContain("ollback");

        Scene.Ran ran = scene.belay("run", "workflow.yaml");

        assertRestored(ran);
        List<Json> rollbacks = items(ran.report(), "/rollbacks");
        assertThat(rollbacks).hasSize(1);
        assertThat(rollbacks.getFirst().textAt("/step")).contains(STEP);
        assertThat(rollbacks.getFirst().textAt("/verdict")).contains("RESTORED");
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_run_that_succeeds_has_no_rollback_step() throws IOException {
        scene.file(
                "good.yaml",
                Files.readString(SEED.resolve("workflow.yaml")).replace("exit 1", "exit 0"));

        Scene.Ran ran = scene.belay("run", "good.yaml");

        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(items(ran.report(), "/rollbacks")).isEmpty();
        assertThat(differences())
                .anyMatch(path -> path.contains("nsg-web#"))
                .anyMatch(path -> path.contains("vnet-web"));
    }

    @Test
    void the_log_names_validation_saving_scope_mode_and_name_and_so_does_the_rollback_s() {
        String run = run(scene.belay("run", "workflow.yaml"));

        String log = scene.belayText("show", run, "--log", STEP).out();

        assertThat(log)
                .containsSubsequence(
                        "Starting template validation",
                        "Saving the existing state of resource group 'harness-arm-test'",
                        "1 present, 1 absent",
                        "Starting ARM deployment at Resource Group scope",
                        "Resource Group - [harness-arm-test]",
                        "Mode - [INCREMENTAL]",
                        "Deployment Name - [belay-",
                        "accepted",
                        "ARM rollback, made by the run itself",
                        "Starting ARM rollback at Resource Group scope",
                        "Resource Group - [harness-arm-test]",
                        "Strategy - [SURGICAL]",
                        "Undone Deployment - [belay-",
                        "Verifying");
    }

    @Test
    void a_second_run_in_the_same_world_comes_to_the_same_end() {
        scene.belay("run", "workflow.yaml");

        assertRestored(scene.belay("run", "workflow.yaml"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_storage_account_is_restored() {
        assertRestored(scene.belay("run", "storage.yaml"));

        assertThat(differences()).isEmpty();
    }

    @Test
    void undone_as_the_other_tool_does_it_fails_with_the_error_of_the_page_and_is_mended() {
        Scene.Ran failed = process("run", "storage-complete.yaml");

        assertThat(failed.exit()).as(failed.toString()).isEqualTo(5);
        assertThat(failed.verdict()).isEqualTo("NOT_RESTORED");
        assertThat(items(failed.report(), "/rollbacks").getFirst().textAt("/reason").orElse(""))
                .contains("InvalidXmlDocument: XML specified is not syntactically valid.");
        assertThat(differences()).isNotEmpty();

        Scene.Ran mended = process("resume", run(failed), "--strategy", "surgical");

        assertThat(mended.exit()).as(mended.toString()).isEqualTo(3);
        assertThat(mended.verdict()).isEqualTo("RESTORED");
        assertThat(differences()).isEmpty();
    }

    @Test
    void at_subscription_scope_all_is_as_before() {
        Json group = group("rg-case").json().orElseThrow();

        assertRestored(scene.belay("run", "subscription.yaml"));

        assertThat(group("rg-case").json()).contains(group);
        assertThat(group.textAt("/tags/owner")).contains("team-a");
        assertThat(group("rg-new").status()).isEqualTo(404);
    }

    @Test
    void at_management_group_scope_all_is_as_before() {
        assertRestored(scene.belay("run", "managementGroup.yaml"));

        assertThat(differences()).isEmpty();
    }

    @Test
    void at_tenant_scope_all_is_as_before() {
        assertRestored(scene.belay("run", "tenant.yaml"));

        assertThat(differences()).isEmpty();
    }
}
