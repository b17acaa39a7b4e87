package dev.belay.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.belay.workflow.source.DiskFiles;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the reader takes, the published schema takes; what only form tells, both refuse. */
class WorkflowSchemaValidationTest {

    private static final Path GOOD = Path.of("src/test/golden/good");
    private static final Path BAD = Path.of("src/test/golden/bad");

    /** What a schema cannot know: other files, other places of the file, the language, YAML. */
    private static final Set<String> BEYOND_A_SCHEMA =
            Set.of(
                    "anchors",
                    "circle-of-provisioners",
                    "circle-of-uses",
                    "duplicate-key",
                    "duplicate-names",
                    "expression-functions",
                    "group-only",
                    "later-step",
                    "missing-provisioner",
                    "missing-template",
                    "problem-in-used-file",
                    "provisioner-before-what-it-needs",
                    "provisioner-needs-itself",
                    "secret-in-the-open",
                    "two-documents",
                    "unknown-input",
                    "unknown-output",
                    "wrong-template");

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(WorkflowSchemaTest.text());

    @Test
    void every_good_file_is_valid() throws IOException {
        for (Path file : workflows(GOOD)) {
            assertThat(errors(Files.readString(file)).orElseThrow()).as(file.toString()).isEmpty();
        }
    }

    @Test
    void every_bad_file_is_invalid_where_its_form_alone_is_wrong() throws IOException {
        var valid = new TreeSet<String>();
        for (Path file : workflows(BAD)) {
            if (text(file).flatMap(this::errors).filter(List::isEmpty).isPresent()) {
                valid.add(BAD.relativize(file).getName(0).toString());
            }
        }

        assertThat(valid).isEqualTo(new TreeSet<>(BEYOND_A_SCHEMA));
    }

    @Test
    void what_the_reader_takes_of_a_broken_file_is_valid() throws IOException {
        String good = Files.readString(GOOD.resolve("full/belay.yaml"));
        var files = new DiskFiles(GOOD.resolve("full"));
        int taken = 0;
        for (int seed = 0; seed < 400; seed++) {
            String text = MutatedWorkflowsTest.mutated(good, new Random(seed));
            if (WorkflowReader.read("belay.yaml", text, files) instanceof WorkflowReading.Read) {
                taken++;
                assertThat(errors(text).orElseThrow()).as("seed " + seed).isEmpty();
            }
        }
        assertThat(taken).isPositive();
    }

    private static List<Path> workflows(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.map(each -> each.resolve("belay.yaml")).sorted().toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    private static Optional<String> text(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
        return new DiskFiles(folder).read("belay.yaml")
                        instanceof dev.belay.workflow.definition.Files.FileText.Found(var text)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** What the schema says; empty if the text is no YAML. */
    private Optional<List<String>> errors(String yaml) {
        return YamlText.read("belay.yaml", yaml, new Problems("belay.yaml"))
                .map(
                        node ->
                                schema.validate(node.json().toText(), InputFormat.JSON).stream()
                                        .map(error -> error.toString())
                                        .toList());
    }
}
