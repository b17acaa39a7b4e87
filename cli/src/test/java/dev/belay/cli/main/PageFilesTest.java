package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonReader;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that the commands write of what really ran. */
final class PageFilesTest {

    private static final Path SEED = Path.of("..", "examples", "seed");
    private static final String SECRET = "tail-of-the-whale-4711";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#][^\"]*\\.html)\"");

    @TempDir Path directory;
    private TestProcess process;

    @BeforeEach
    void a_process() {
        process = new TestProcess(directory, Map.of("XDG_STATE_HOME", directory + "/state"), 0);
    }

    @Test
    void the_list_of_runs_leads_to_a_page_of_each() throws IOException {
        seedRan();
        seedRan();

        TestProcess.Ended ended = process.run("runs", "--html", "site/deployments");

        assertThat(ended.exit()).as(ended.err()).isZero();
        Path index = directory.resolve("site/deployments/index.html");
        assertThat(ended.out()).isEqualTo("Wrote " + index + ".\n");
        List<String> pages = links(Files.readString(index));
        assertThat(pages).hasSize(2).doesNotHaveDuplicates();
        for (String page : pages) {
            String html = Files.readString(index.resolveSibling(page));
            assertThat(html)
                    .contains("Run of seed", "ARM create resource", "Rollback of ARM create")
                    .contains(">/tags/release<", ">1</code>", ">2</code>")
                    .contains("Starting template validation", "the subnet answers with an error")
                    .contains("nsg-web", "vnet-web", "3 properties compared");
        }
    }

    @Test
    void a_transaction_of_a_run_has_a_page_too() throws IOException {
        seedRan();

        TestProcess.Ended ended =
                process.run("show", newest(), "--html", "new/folder/t.html", "-o", "json");

        assertThat(ended.exit()).as(ended.err()).isZero();
        Path file = directory.resolve("new/folder/t.html");
        assertThat(JsonReader.strict().read(ended.out()).textAt("/file")).hasValue(file.toString());
        assertThat(Files.readString(file))
                .contains("<h1>Deployment belay-", "RESTORED", ">/tags/release<", "vnet-web");
    }

    @Test
    void a_secret_that_arm_shows_again_is_masked_on_the_page() throws IOException {
        write("world.json", "{\"resourceGroups\": [{\"name\": \"rg\", \"location\": \"westus\"}]}");
        deploy("first", "v1-" + SECRET);
        deploy("second", "v2-" + SECRET);

        process.run("show", newest(), "--html", "page.html");

        String page = Files.readString(directory.resolve("page.html"));
        assertThat(page).contains(">/tags/key<", "[secure]", ">/tags/note<", ">second<");
        assertThat(page).doesNotContain(SECRET);
    }

    @Test
    void a_page_that_cannot_be_written_is_bad_input() throws IOException {
        seedRan();
        write("file", "");

        TestProcess.Ended ended = process.run("show", newest(), "--html", "file/page.html");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("page.html' cannot be written");
    }

    @Test
    void a_page_stands_alone() {
        TestProcess.Ended ended = process.run("show", "abcd", "--saved", "--html", "page.html");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("'--html' stands alone");
    }

    private void seedRan() throws IOException {
        for (String name : List.of("workflow.yaml", "network.json", "world.json")) {
            Files.copy(
                    SEED.resolve(name),
                    directory.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        TestProcess.Ended ended = process.run("run", "workflow.yaml");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    }

    private void deploy(String note, String key) throws IOException {
        write(
                "main.json",
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                 "contentVersion": "1.0.0.0",
                 "parameters": {"key": {"type": "secureString"}, "note": {"type": "string"}},
                 "resources": [
                   {"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "routes",
                    "location": "westus",
                    "tags": {"key": "[parameters('key')]", "note": "[parameters('note')]"},
                    "properties": {}}]}
                """);
        TestProcess.Ended ended =
                process.run(
                        "deploy",
                        "-g",
                        "rg",
                        "-f",
                        "main.json",
                        "-p",
                        "key=" + key,
                        "-p",
                        "note=" + note,
                        "--arm",
                        "embedded:world.json");
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
    }

    private String newest() {
        Json list = JsonReader.strict().read(process.run("list", "-o", "json").out());
        return list.at("/transactions")
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElseThrow()
                .getLast()
                .textAt("/transaction")
                .orElseThrow();
    }

    private static List<String> links(String html) {
        var links = new ArrayList<String>();
        Matcher matcher = LINK.matcher(html);
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        return links;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
