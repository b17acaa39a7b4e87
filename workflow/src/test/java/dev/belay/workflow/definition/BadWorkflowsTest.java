package dev.belay.workflow.definition;

import static java.util.stream.Collectors.joining;

import dev.belay.testkit.Golden;
import dev.belay.workflow.source.WorkflowFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.stream.Stream;

/** Wrong workflow files and all that is said about each of them. */
class BadWorkflowsTest {

    @TestFactory
    Stream<DynamicTest> everything_that_is_wrong_is_listed_with_its_place() {
        return Golden.folders(
                "src/test/golden/bad",
                golden ->
                        switch (WorkflowFile.read(golden.folder().resolve("belay.yaml"))) {
                            case WorkflowReading.Read(var workflow) ->
                                    throw new AssertionError("Not refused: " + workflow);
                            case WorkflowReading.Wrong(var problems) ->
                                    Map.of(
                                            "problems.txt",
                                            problems.stream()
                                                    .map(problem -> problem + "\n")
                                                    .collect(joining()));
                        });
    }
}
