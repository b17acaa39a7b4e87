package dev.belay.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command is called, says of itself and takes.
 *
 * @param name the word after {@code belay}
 * @param summary one sentence
 * @param positionals labels and descriptions of what stands without an option's name
 * @param options all options
 */
public record Grammar(
        String name, String summary, List<Positional> positionals, List<Option> options) {

    public Grammar {
        positionals = List.copyOf(positionals);
        options = List.copyOf(options);
    }

    /**
     * An argument without a name.
     *
     * @param required whether it must be there
     */
    record Positional(String label, String description, boolean required) {}

    static Grammar command(String name, String summary) {
        return new Grammar(name, summary, List.of(), List.of());
    }

    Grammar positional(String label, String description, boolean required) {
        var more = new ArrayList<>(positionals);
        more.add(new Positional(label, description, required));
        return new Grammar(name, summary, more, options);
    }

    Grammar options(List<Option> further) {
        var more = new ArrayList<>(options);
        more.addAll(further);
        return new Grammar(name, summary, positionals, more);
    }
}
