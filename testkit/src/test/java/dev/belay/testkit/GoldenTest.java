package dev.belay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

class GoldenTest {

    private static final Golden.Run SHOUT =
            c -> Map.of("out.txt", c.text("in.txt").toUpperCase(Locale.ROOT));

    @TempDir Path root;

    @Test
    void a_case_whose_files_match_passes() throws Throwable {
        caseFolder("a", "inferred", "loud", "LOUD");

        for (DynamicTest test : Golden.folders(root, false, SHOUT).toList()) {
            test.getExecutable().execute();
        }
    }

    @Test
    void a_case_whose_file_differs_fails_and_names_the_file() throws IOException {
        caseFolder("a", "inferred", "loud", "quiet");

        var test = Golden.folders(root, false, SHOUT).toList().getFirst();

        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("out.txt differs");
    }

    @Test
    void update_rewrites_what_is_expected() throws Throwable {
        Path folder = caseFolder("a", "inferred", "loud", "quiet");

        Golden.folders(root, true, SHOUT).toList().getFirst().getExecutable().execute();

        assertThat(folder.resolve("out.txt")).hasContent("LOUD");
    }

    @Test
    void a_case_must_name_its_evidence_even_when_updating() throws IOException {
        caseFolder("a", "guessed somewhere", "loud", "LOUD");

        var test = Golden.folders(root, true, SHOUT).toList().getFirst();

        assertThatThrownBy(() -> test.getExecutable().execute())
                .hasMessageContaining("'guessed' is no evidence");
    }

    @Test
    void documented_needs_its_source() {
        assertThatThrownBy(() -> Evidence.parse("documented")).hasMessageContaining("no source");
    }

    @Test
    void lines_are_cases_under_the_evidence_above_them() throws Throwable {
        Path file = root.resolve("lines.txt");
        Files.writeString(file, "# evidence: inferred\na => A\nb => X\n");

        var tests = GoldenLines.tests(file, false, text -> text.toUpperCase(Locale.ROOT)).toList();

        assertThat(tests).hasSize(2);
        tests.getFirst().getExecutable().execute();
        assertThatThrownBy(() -> tests.getLast().getExecutable().execute())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void updating_lines_keeps_comments_and_fills_in_what_is_missing() throws Throwable {
        Path file = root.resolve("lines.txt");
        Files.writeString(file, "# evidence: inferred\n# why\na\nb => X\n");

        for (var test :
                GoldenLines.tests(file, true, text -> text.toUpperCase(Locale.ROOT)).toList()) {
            test.getExecutable().execute();
        }

        assertThat(file).hasContent("# evidence: inferred\n# why\na => A\nb => B\n");
    }

    @Test
    void a_line_without_evidence_above_it_is_refused() throws IOException {
        Path file = root.resolve("lines.txt");
        Files.writeString(file, "a => A\n");

        assertThatThrownBy(() -> GoldenLines.tests(file, false, text -> text))
                .hasMessageContaining("names no evidence");
    }

    private Path caseFolder(String name, String evidence, String in, String out)
            throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("evidence.txt"), evidence);
        Files.writeString(folder.resolve("in.txt"), in);
        Files.writeString(folder.resolve("out.txt"), out);
        return folder;
    }
}
