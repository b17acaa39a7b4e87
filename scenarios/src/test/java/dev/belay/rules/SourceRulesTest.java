package dev.belay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Each rule about source texts fails on a text that breaks it, and passes one that does not. */
class SourceRulesTest {

    @Test
    void a_file_of_301_lines_breaks_the_rule() {
        var fits = new Source("Fits.java", "\n".repeat(300));
        var long_ = new Source("Long.java", "\n".repeat(301));

        assertThat(SourceRules.shortFiles(List.of(fits, long_)))
                .containsExactly("Long.java has 301 lines");
    }

    @Test
    void a_method_of_61_lines_breaks_the_rule() {
        var source =
                new Source(
                        "Long.java",
                        "class Long {\n%s%s}\n".formatted(method("fits", 60), method("tall", 61)));

        assertThat(SourceRules.shortMethods(Parsed.all(List.of(source))))
                .containsExactly("Long.java:62: tall has 61 lines");
    }

    @Test
    void a_note_of_work_to_do_without_an_issue_breaks_the_rule() {
        var source = fixture("Unfinished.java");
        var numbered = new Source("Numbered.java", source.text().replace("DO handle", "DO(#1)"));

        assertThat(SourceRules.noOpenEnds(List.of(source, numbered)))
                .singleElement()
                .asString()
                .startsWith("Unfinished.java");
    }

    @Test
    void a_wildcard_import_breaks_the_rule() {
        assertThat(SourceRules.noWildcardImports(parsed("Unfinished.java")))
                .containsExactly("Unfinished.java:3: import java.util.*;");
    }

    @Test
    void a_sleeping_test_breaks_the_rule() {
        assertThat(SourceRules.testsDoNotSleep(parsed("SleepyTest.java")))
                .extracting(text -> text.substring(0, text.indexOf(": ")))
                .containsExactly("SleepyTest.java:5", "SleepyTest.java:6", "SleepyTest.java:7");
    }

    @Test
    void a_test_that_skips_in_silence_breaks_the_rule() {
        assertThat(SourceRules.skippedTestsSayWhy(parsed("SilentTest.java")))
                .extracting(text -> text.substring(0, text.indexOf(": ")))
                .containsExactly("SilentTest.java:11", "SilentTest.java:12", "SilentTest.java:7");
    }

    private static String method(String name, int lines) {
        return "void %s() {\n%s}\n".formatted(name, "\n".repeat(lines - 2));
    }

    private static List<Parsed> parsed(String name) {
        return Parsed.all(List.of(fixture(name)));
    }

    private static Source fixture(String name) {
        try (var in = SourceRulesTest.class.getResourceAsStream("/fixture/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("No fixture " + name);
            }
            return new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
