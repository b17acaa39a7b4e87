package dev.belay.cli.main;

import dev.belay.testkit.Golden;
import dev.belay.testkit.GoldenCase;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole command lines with all they print. A case's {@code commands.txt} holds one command line a
 * line, words in single quotes where they hold spaces; the case's other files stand in the working
 * directory. In {@code transcript.txt} lines with {@code !} went to the standard error.
 */
final class TranscriptTest {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir Path directory;

    @TestFactory
    Stream<DynamicTest> transcripts() {
        return Golden.folders(
                "src/test/golden/transcript",
                golden -> Map.of("transcript.txt", transcript(golden)));
    }

    private String transcript(GoldenCase golden) throws IOException {
        Path here = Files.createDirectory(directory.resolve(golden.name()));
        copy(golden.folder(), here);
        var process = new TestProcess(here, Map.of("XDG_STATE_HOME", here + "/state"), 0);
        var text = new StringBuilder();
        for (String line : golden.text("commands.txt").lines().toList()) {
            text.append("$ belay ").append(line).append('\n');
            TestProcess.Ended ended = process.run(words(line).toArray(String[]::new));
            text.append(ended.out());
            ended.err().lines().forEach(each -> text.append("! ").append(each).append('\n'));
            text.append("exit ").append(ended.exit()).append("\n\n");
        }
        return TestProcess.anybody(text.toString().replace(here.toString(), "HERE"));
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
