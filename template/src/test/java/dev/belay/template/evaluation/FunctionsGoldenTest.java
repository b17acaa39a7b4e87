package dev.belay.template.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.template.catalog.Functions;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.expression.ExpressionParser;
import dev.belay.testkit.Golden;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One golden file for each function: an expression, and its value or error. */
class FunctionsGoldenTest {

    private static final String FOLDER = "src/test/golden/functions";

    @TestFactory
    Stream<DynamicTest> functions_answer_as_their_golden_files_say() {
        return Functions.names().stream()
                .flatMap(
                        name ->
                                Golden.lines(
                                        FOLDER + "/" + name + ".txt", FunctionsGoldenTest::answer));
    }

    @Test
    void every_function_has_one_golden_file_and_every_file_its_function() throws IOException {
        var files = new TreeSet<String>();

        try (Stream<Path> found = Files.list(Path.of(FOLDER))) {
            found.forEach(file -> files.add(file.getFileName().toString().replace(".txt", "")));
        }

        assertThat(files).isEqualTo(Functions.names());
    }

    private static String answer(String expression) {
        try {
            return Evaluator.evaluate(ExpressionParser.parse(expression), PlainEnvironment.at("rg"))
                    .shown()
                    .toText();
        } catch (TemplateFault fault) {
            return "error: " + fault.diagnostic().message();
        }
    }
}
