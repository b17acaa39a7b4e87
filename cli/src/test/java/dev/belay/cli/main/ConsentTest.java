package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cli.wiring.Prompt;
import dev.belay.cli.wiring.Signals;
import dev.belay.cli.wiring.Surroundings;
import dev.belay.cli.wiring.Wiring;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** On a terminal the name of the group is typed before an undo may delete. */
final class ConsentTest {

    @TempDir private Path folder;
    private final List<String> questions = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void world() throws IOException {
        Files.writeString(
                folder.resolve("world.json"),
                "{\"resourceGroups\": [{\"name\": \"rg-all\", \"location\": \"westus\"}]}");
        Files.writeString(
                folder.resolve("main.json"),
                """
                {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
                 "resources": [{"type": "Microsoft.Network/routeTables", "apiVersion": "2023-09-01", "name": "ways", "location": "westus", "properties": {}}]}\
                """);
    }

    private int deploy(boolean terminal, Prompt answers, String... more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "deploy",
                                "-g",
                                "rg-all",
                                "-f",
                                "main.json",
                                "--strategy",
                                "complete",
                                "--arm",
                                "embedded:world.json",
                                "--store",
                                "store"));
        words.addAll(List.of(more));
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var around = new Surroundings(Map.of(), folder, folder, print, print, terminal);
        Prompt asked =
                question -> {
                    questions.add(question);
                    return answers.ask(question);
                };
        return Belay.run(
                words, new Wiring(around, Signals.NONE, Instant::now, UUID::randomUUID, asked));
    }

    @Test
    void the_name_of_the_group_accepts() {
        int exit = deploy(true, _ -> Optional.of("RG-all"));

        assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(questions).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("its undo would delete", "routeTables/ways");
    }

    @Test
    void anything_else_refuses() {
        assertThat(deploy(true, _ -> Optional.of("yes"))).isEqualTo(6);
        assertThat(deploy(true, Prompt.NONE)).isEqualTo(6);
        assertThat(questions).hasSize(2);
    }

    @Test
    void nobody_is_asked_where_no_person_watches_or_all_is_accepted() {
        assertThat(deploy(false, _ -> Optional.of("rg-all"))).isEqualTo(6);
        assertThat(deploy(true, _ -> Optional.of("rg-all"), "--output", "json")).isEqualTo(6);
        assertThat(deploy(true, _ -> Optional.of("no"), "--accept-deletions")).isZero();
        assertThat(questions).isEmpty();
    }
}
