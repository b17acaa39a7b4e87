package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** What the commands show of a run whose files somebody deleted. */
final class VanishedFilesTest {

    private static final Path SEED = Path.of("..", "examples", "seed");

    @TempDir Path directory;
    private TestProcess process;
    private String run = "";

    @BeforeEach
    void a_workflow_with_a_parameter_file_ran() throws IOException {
        process = new TestProcess(directory, Map.of("XDG_STATE_HOME", directory + "/state"), 0);
        Path folder = Files.createDirectory(directory.resolve("shop"));
        for (String name : new String[] {"network.json", "world.json"}) {
            Files.copy(SEED.resolve(name), folder.resolve(name));
        }
        Files.writeString(
                folder.resolve("workflow.yaml"),
                Files.readString(SEED.resolve("workflow.yaml"))
                        .replace("values: {release: \"2\"}", "file: network.parameters.json"));
        Files.writeString(
                folder.resolve("network.parameters.json"),
                "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
                        + "deploymentParameters.json#\", \"contentVersion\": \"1.0.0.0\","
                        + " \"parameters\": {\"release\": {\"value\": \"2\"}}}");
        TestProcess.Ended ended = process.run("run", "shop/workflow.yaml");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
        run = ended.out().replaceAll("(?s).*?(run-[0-9a-f]{32}).*", "$1");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void the_record_is_read_from_the_store_alone() {
        assertShows("ARM create resource", "show", run);
        assertShows("smoke test", "show", run, "-o", "json");
        assertShows("nsg-web", "show", run, "--log", "ARM create resource");
        assertShows("the subnet answers with an error", "show", run, "--log", "smoke test");
        assertShows("Wrote ", "show", run, "--html", "run.html");
        assertShows(run, "runs");
        assertShows("Wrote ", "runs", "--html", "site");
        assertThat(directory.resolve("site").resolve(run + ".html"))
                .content()
                .contains("smoke test", "nsg-web");
    }

    private void assertShows(String text, String... command) {
        TestProcess.Ended ended = process.run(command);
        assertThat(ended.exit()).as(String.join(" ", command) + "\n" + ended.err()).isZero();
        assertThat(ended.out()).contains(text);
    }
}
