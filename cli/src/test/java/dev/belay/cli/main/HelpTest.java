package dev.belay.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.testkit.Golden;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** What the program says of itself. */
final class HelpTest {

    private final TestProcess process = new TestProcess(Path.of("."), Map.of(), 0);

    @TestFactory
    Stream<DynamicTest> help() {
        return Golden.folders(
                "src/test/golden/help",
                golden ->
                        Map.of(
                                "help.txt",
                                golden.name().equals("belay")
                                        ? process.run("--help").out()
                                        : process.run(golden.name(), "--help").out()));
    }

    @Test
    void every_command_has_a_golden_help() {
        String overview = process.run().out();

        String commands =
                overview.substring(overview.indexOf("Commands:"), overview.indexOf("Options:"));
        commands.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(
                        line ->
                                assertThat(
                                                Path.of("src/test/golden/help")
                                                        .resolve(line.strip().split(" ", 2)[0]))
                                        .isDirectory());
    }

    @Test
    void no_line_of_help_is_wider_than_a_terminal() {
        for (String command :
                new String[] {
                    "deploy",
                    "rollback",
                    "resume",
                    "list",
                    "show",
                    "run",
                    "runs",
                    "approve",
                    "reject",
                    "cancel",
                    "blueprint",
                    "try",
                    "emulator"
                }) {
            assertThat(process.run(command, "--help").out().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
    }

    @Test
    void the_version_is_one_line() {
        TestProcess.Ended ended = process.run("--version");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).startsWith("belay ").hasLineCount(1);
    }
}
