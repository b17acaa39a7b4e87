package dev.belay.cli.wiring;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was given from outside.
 *
 * @param variables the environment
 * @param workingDirectory what relative paths on the command line start from
 * @param home the user's home directory
 * @param out for results
 * @param err for complaints
 * @param terminal whether a person watches {@code out}
 */
public record Surroundings(
        Map<String, String> variables,
        Path workingDirectory,
        Path home,
        PrintStream out,
        PrintStream err,
        boolean terminal) {

    public Surroundings {
        variables = Map.copyOf(variables);
        requireNonNull(workingDirectory);
        requireNonNull(home);
        requireNonNull(out);
        requireNonNull(err);
    }

    /** An environment variable; one that is empty counts as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** A path as the user wrote it. */
    public Path path(String text) {
        return workingDirectory.resolve(text).normalize();
    }

    /** The same process in another directory. */
    public Surroundings in(Path directory) {
        return new Surroundings(variables, directory, home, out, err, terminal);
    }

    /** Whether lines can be drawn anew in place: a terminal that is not dumb. */
    public boolean redraws() {
        return terminal && variable("TERM").filter("dumb"::equals).isEmpty();
    }

    /**
     * Whether to colour: a terminal, and no {@code NO_COLOR} (see no-color.org) or dumb terminal.
     */
    public boolean colours() {
        return redraws() && variable("NO_COLOR").isEmpty();
    }
}
