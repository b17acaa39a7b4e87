package dev.belay.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Golden cases kept one a line in a text file. */
final class GoldenLines {

    private static final String EVIDENCE = "# evidence:";
    private static final String ARROW = " => ";

    private GoldenLines() {}

    static Stream<DynamicTest> tests(Path file, boolean updating, Golden.LineRun run) {
        var tests = new ArrayList<DynamicTest>();
        Optional<Evidence> evidence = Optional.empty();
        List<String> lines = read(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(EVIDENCE)) {
                evidence = Optional.of(Evidence.parse(line.substring(EVIDENCE.length())));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (evidence.isEmpty()) {
                    throw new IllegalArgumentException(
                            file + ":" + (i + 1) + " names no evidence above it: " + line);
                }
                int index = i;
                tests.add(
                        DynamicTest.dynamicTest(
                                (i + 1) + ": " + line, () -> check(file, index, updating, run)));
            }
        }
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("There is no golden case in " + file);
        }
        return tests.stream();
    }

    private static void check(Path file, int index, boolean updating, Golden.LineRun run)
            throws Exception {
        String line = read(file).get(index);
        int arrow = line.lastIndexOf(ARROW);
        String input = arrow < 0 ? line : line.substring(0, arrow);
        @Nullable String expected = arrow < 0 ? null : line.substring(arrow + ARROW.length());
        String actual = run.output(input);
        if (updating) {
            var lines = new ArrayList<>(read(file));
            lines.set(index, input + ARROW + actual);
            Files.writeString(file, String.join("\n", lines) + "\n");
            return;
        }
        Assertions.assertNotNull(expected, () -> "No ' => expected' in " + file + ": " + line);
        Assertions.assertEquals(expected, actual, () -> file + ":" + (index + 1));
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
