package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Every example does what its {@code try.json} says. */
final class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir Path home;

    @TestFactory
    Stream<DynamicTest> every_example_comes_true() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(
                            folder ->
                                    DynamicTest.dynamicTest(
                                            folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private void check(Path folder) {
        TestProcess.Ended ended = tried(folder);

        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void what_differs_is_told_and_exits_with_1() throws IOException {
        Path copy = Files.createDirectory(home.resolve("shop"));
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("webshop"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        Path expectations = copy.resolve("try.json");
        Files.writeString(
                expectations,
                Files.readString(expectations).replace("ParentResourceNotFound", "QuotaExceeded"));

        TestProcess.Ended ended = tried(copy);

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out())
                .contains("failedCode: expected QuotaExceeded, came ParentResourceNotFound");
    }

    private TestProcess.Ended tried(Path folder) {
        return new TestProcess(home, Map.of(), 0)
                .run("try", folder.toAbsolutePath().normalize().toString());
    }
}
