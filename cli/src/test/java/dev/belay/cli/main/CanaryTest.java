package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.json.Json;
import dev.belay.json.JsonWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A secret that everything has to escape is found where it was put in, and nowhere else. */
final class CanaryTest {

    private static final String CANARY = "Zx;9*q\"T'7&é";
    private static final String TEMPLATE =
            """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "parameters": {"password": {"type": "secureString"}},
             "resources": [
               {"type": "Microsoft.Sql/servers", "apiVersion": "2021-11-01", "name": "sql-new",
                "location": "westus",
                "properties": {"administratorLogin": "adm",
                               "administratorLoginPassword": "[parameters('password')]"}}%s],
             "outputs": {"secret": {"type": "secureString", "value": "[parameters('password')]"}}}\
            """;
    private static final String TRIP =
            """
            , {"type": "Microsoft.Network/virtualNetworks/subnets", "apiVersion": "2022-01-01",
               "name": "no-such-vnet/trip", "properties": {"addressPrefix": "10.99.0.0/24"},
               "dependsOn": ["sql-new"]}\
            """;

    @TempDir Path directory;
    private final List<String> printed = new ArrayList<>();

    @Test
    void a_secret_is_neither_printed_nor_kept() throws IOException {
        write("world.json", "{\"resourceGroups\": [{\"name\": \"rg\", \"location\": \"westus\"}]}");
        write("fails.json", TEMPLATE.formatted(TRIP));
        write("works.json", TEMPLATE.formatted(""));
        write(
                "parameters.json",
                "{\"password\": {\"value\": " + JsonWriter.compact(Json.of(CANARY)) + "}}");

        run(3, "deploy", "-f", "fails.json", "-p", "password=" + CANARY);
        run(3, "deploy", "-f", "fails.json", "-p", "parameters.json", "-o", "json");
        run(0, "deploy", "-f", "works.json", "-p", "password=" + CANARY, "-o", "json");
        run(2, "deploy", "-f", "works.json", "-pw", CANARY);
        run(2, "deploy", "-f", "works.json", "password=" + CANARY);
        run(2, "deploy", "-f", "works.json", "--password=" + CANARY);
        write("printed.txt", String.join("\n", printed));

        assertThat(holders()).containsExactly("parameters.json");
    }

    private void run(int expected, String command, String... more) {
        var words = new ArrayList<>(List.of(command, "-g", "rg", "--arm", "embedded:world.json"));
        words.addAll(List.of(more));
        int id = printed.size() * 100;
        TestProcess.Ended ended =
                new TestProcess(directory, Map.of(), id).run(words.toArray(String[]::new));
        printed.add(ended.out());
        printed.add(ended.err());
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(expected);
    }

    private List<String> holders() throws IOException {
        var holders = new ArrayList<String>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, ISO_8859_1);
                if (forms().anyMatch(content::contains)) {
                    holders.add(directory.relativize(file).toString());
                }
            }
        }
        return holders;
    }

    private static Stream<String> forms() {
        String escaped = JsonWriter.compact(Json.of(CANARY));
        String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8));
        return Stream.of(
                        "Zx;9*q",
                        escaped.substring(1, escaped.length() - 1),
                        URLEncoder.encode(CANARY, UTF_8),
                        base64.substring(0, base64.length() - 4))
                .map(form -> new String(form.getBytes(UTF_8), ISO_8859_1));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
