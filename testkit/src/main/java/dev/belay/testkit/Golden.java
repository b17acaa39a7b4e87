package dev.belay.testkit;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs golden cases: expectations kept as files, each naming its evidence. {@code -Dgolden=update}
 * rewrites what is expected from what was computed (never under {@code CI=true}); the difference is
 * then read in the commit.
 *
 * <p>A test class returns these streams from a {@code @TestFactory}. Paths are relative to the
 * module, e.g. {@code src/test/golden/expansion}.
 */
public final class Golden {

    /** Computes the files of a case: name in the case's folder to its whole text. */
    @FunctionalInterface
    public interface Run {
        Map<String, String> outputs(GoldenCase input) throws Exception;
    }

    /** Computes the right side of a line from its left side. */
    @FunctionalInterface
    public interface LineRun {
        String output(String input) throws Exception;
    }

    private Golden() {}

    /**
     * One test per sub-folder. Each holds {@code evidence.txt}, inputs, and the files that {@code
     * run} computes.
     */
    public static Stream<DynamicTest> folders(String root, Run run) {
        return folders(Path.of(root), updating(), run);
    }

    /**
     * One test per line {@code input => expected} of a text file. A line {@code # evidence: KIND
     * SOURCE} counts for all lines below it; other lines with {@code #} and blank ones are
     * comments.
     */
    public static Stream<DynamicTest> lines(String file, LineRun run) {
        return GoldenLines.tests(Path.of(file), updating(), run);
    }

    /**
     * One file that is computed, such as a page of documentation.
     *
     * @param path relative to the module
     * @param text the whole of it as computed now
     */
    public static void file(String path, String text) throws IOException {
        Path file = Path.of(path);
        if (updating()) {
            Files.writeString(file, text);
        }
        Assertions.assertEquals(Files.readString(file), text, () -> file + " differs.");
    }

    static Stream<DynamicTest> folders(Path root, boolean updating, Run run) {
        try (Stream<Path> children = Files.list(root)) {
            var cases = children.filter(Files::isDirectory).sorted().toList();
            if (cases.isEmpty()) {
                throw new IllegalArgumentException("There is no golden case in " + root);
            }
            return cases.stream()
                    .map(
                            folder ->
                                    DynamicTest.dynamicTest(
                                            folder.getFileName().toString(),
                                            () -> check(folder, updating, run)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Path folder, boolean updating, Run run) throws Exception {
        var golden = GoldenCase.read(folder);
        Map<String, String> outputs = run.outputs(golden);
        for (var output : outputs.entrySet()) {
            Path file = folder.resolve(output.getKey());
            if (updating) {
                Files.writeString(file, output.getValue());
            }
            Assertions.assertTrue(
                    Files.isRegularFile(file),
                    () -> file + " is missing; -Dgolden=update writes it.");
            Assertions.assertEquals(
                    Files.readString(file), output.getValue(), () -> file + " differs.");
        }
    }

    private static boolean updating() {
        boolean asked = "update".equals(System.getProperty("golden"));
        if (asked && Boolean.getBoolean("belay.ci")) {
            throw new IllegalStateException("-Dgolden=update is refused where CI=true.");
        }
        return asked;
    }
}
