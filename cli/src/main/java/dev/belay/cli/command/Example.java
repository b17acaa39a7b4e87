package dev.belay.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a folder's {@code try.json} says: a world, a deployment or a workflow, and what is expected
 * of it.
 *
 * @param world the world file, relative to the folder; empty: the workflow's own target
 * @param workflow whether a workflow is run, and no template deployed
 * @param arguments of {@code belay deploy} or {@code belay run}, without {@code --arm} and {@code
 *     --store}
 * @param served what a workflow reads from the web, if anything
 * @param answers what a workflow's questions are answered with: subject to approval
 */
record Example(
        Optional<String> world,
        boolean workflow,
        List<String> arguments,
        Optional<Served> served,
        Map<String, Boolean> answers,
        Expected expected) {

    Example {
        arguments = List.copyOf(arguments);
        answers = Map.copyOf(answers);
    }

    /**
     * A folder that is served over HTTP while the workflow runs.
     *
     * @param folder relative to the example's
     * @param input of the workflow, which gets the address
     */
    record Served(String folder, String input) {}

    /**
     * What has to come true; what is empty is not looked at.
     *
     * @param failedCode the code of the innermost failed operation, or of what failed a run
     * @param leftAlone exactly the ids that the report names as left alone, in any order
     */
    record Expected(
            Optional<String> verdict,
            Optional<Integer> exit,
            Optional<String> failedCode,
            Optional<List<String>> leftAlone) {}
}
