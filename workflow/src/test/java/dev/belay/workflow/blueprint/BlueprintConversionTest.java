package dev.belay.workflow.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import dev.belay.json.JsonWriter;
import dev.belay.testkit.Golden;
import dev.belay.workflow.source.DiskFiles;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Blueprint folders and the templates they become, or all that is wrong with them. */
class BlueprintConversionTest {

    private static final Path EXAMPLES = Path.of("..", "examples", "blueprints");

    @TestFactory
    Stream<DynamicTest> the_examples_become_these_templates() {
        return Golden.folders(
                "src/test/golden/blueprint/examples",
                golden -> templates(EXAMPLES.resolve(golden.name())));
    }

    @TestFactory
    Stream<DynamicTest> blueprints_become_these_templates() {
        return Golden.folders(
                "src/test/golden/blueprint/good", golden -> templates(golden.folder()));
    }

    @TestFactory
    Stream<DynamicTest> everything_that_is_wrong_is_listed_with_its_place() {
        return Golden.folders(
                "src/test/golden/blueprint/wrong",
                golden ->
                        switch (convert(golden.folder(), false)) {
                            case Conversion.Converted converted ->
                                    throw new AssertionError("Not refused: " + converted);
                            case Conversion.Wrong(var problems) ->
                                    Map.of(
                                            "problems.txt",
                                            problems.stream()
                                                    .map(problem -> problem + "\n")
                                                    .collect(joining()));
                        });
    }

    @Test
    void two_conversions_give_the_same_text() {
        Path hub = EXAMPLES.resolve("hub");

        assertThat(templates(hub)).isEqualTo(templates(hub));
    }

    @Test
    void a_long_or_strange_name_of_an_artifact_becomes_a_name_that_arm_takes() {
        String plain = Names.deployment("corp", "net");
        String strange = Names.deployment("corp", "a b");
        String stranger = Names.deployment("corp", "a+b");
        String lengthy = Names.deployment("corp", "n".repeat(90));

        assertThat(plain).isEqualTo("corp-net");
        assertThat(strange).matches("[-\\w.()]{1,64}").isNotEqualTo(stranger);
        assertThat(lengthy).hasSize(64).isNotEqualTo(Names.deployment("corp", "n".repeat(91)));
    }

    private static Map<String, String> templates(Path folder) {
        return switch (convert(folder, true)) {
            case Conversion.Wrong(var problems) -> throw new AssertionError("Refused: " + problems);
            case Conversion.Converted converted -> {
                var outputs = new LinkedHashMap<String, String>();
                outputs.put("template.json", JsonWriter.pretty(converted.template()) + "\n");
                outputs.put("parameters.json", JsonWriter.pretty(converted.parameterFile()) + "\n");
                outputs.put("notes.txt", String.join("\n", converted.notes()) + "\n");
                yield outputs;
            }
        };
    }

    private static Conversion convert(Path folder, boolean withoutLocks) {
        Optional<String> assignment =
                Optional.of("assignment.json").filter(name -> Files.exists(folder.resolve(name)));
        var options = new ConversionOptions(withoutLocks, assignment.isEmpty());
        return switch (BlueprintSource.read(".", assignment, new DiskFiles(folder))) {
            case BlueprintSource.Result.Wrong(var problems) -> new Conversion.Wrong(problems);
            case BlueprintSource.Result.Found(var source) ->
                    BlueprintConversion.convert(source, options);
        };
    }
}
