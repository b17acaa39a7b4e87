package dev.belay.cli.main;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonReader;
import dev.belay.testkit.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page docs/seed.md shows what its commands print, run one after the other in one world. */
final class SeedPageTest {

    private static final String PAGE = "../docs/seed.md";
    private static final String LAST_LINE = " | tail -n 1";
    private static final Pattern BLOCK =
            Pattern.compile("(?s)(```text\\n\\$ \\./belay ([^\\n]*)\\n).*?```\\n");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir Path directory;

    @Test
    void the_page_shows_what_the_program_prints() throws IOException {
        Path seed = Files.createDirectories(directory.resolve("examples").resolve("seed"));
        try (Stream<Path> files = Files.list(Path.of("..", "examples", "seed"))) {
            for (Path file : files.filter(each -> !isState(each)).toList()) {
                Files.copy(file, seed.resolve(file.getFileName().toString()));
            }
        }
        var process = new TestProcess(directory, Map.of("XDG_STATE_HOME", directory + "/state"), 0);
        String page = Files.readString(Path.of(PAGE));

        String computed =
                BLOCK.matcher(page)
                        .replaceAll(
                                block ->
                                        Matcher.quoteReplacement(
                                                block.group(1)
                                                        + printed(process, block.group(2))
                                                        + "```\n"));

        Golden.file(PAGE, computed);
    }

    private static boolean isState(Path file) {
        return file.getFileName().toString().contains(".state");
    }

    private static String printed(TestProcess process, String command) {
        boolean last = command.endsWith(LAST_LINE);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command.replace(LAST_LINE, ""));
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(word.equals("RUN") ? newest(process) : word);
        }
        process.later(Duration.ofMinutes(5));
        TestProcess.Ended ended = process.run(words.toArray(String[]::new));
        String text = last ? ended.out().lines().reduce("", (_, line) -> line) + "\n" : ended.out();
        String exit = last ? "" : "exit " + ended.exit() + "\n"; // of a pipe it is the last one's
        return TestProcess.anybody(text + ended.err()) + exit;
    }

    private static String newest(TestProcess process) {
        Json runs = JsonReader.strict().read(process.run("runs", "-o", "json").out());
        return runs.at("/runs")
                .flatMap(Json::asArray)
                .map(JsonArray::items)
                .orElseThrow()
                .getLast()
                .textAt("/run")
                .orElseThrow();
    }
}
