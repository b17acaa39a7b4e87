package dev.belay.cli.command;

import java.util.List;
import java.util.Optional;

/**
 * What a folder's {@code try.json} says: a world, a deployment, and what is expected of it.
 *
 * @param world the world file, relative to the folder
 * @param deploy arguments of {@code belay deploy}, without {@code --arm} and {@code --store}
 */
record Example(String world, List<String> deploy, Expected expected) {

    Example {
        deploy = List.copyOf(deploy);
    }

    /**
     * What has to come true; what is empty is not looked at.
     *
     * @param failedCode the code of the innermost failed operation
     * @param leftAlone exactly the ids that the report names as left alone, in any order
     */
    record Expected(
            Optional<String> verdict,
            Optional<Integer> exit,
            Optional<String> failedCode,
            Optional<List<String>> leftAlone) {}
}
