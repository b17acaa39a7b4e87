package dev.belay.cli.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of one command, checked against its grammar.
 *
 * @param options values by {@link Option#key()}; a flag that was given has one empty value
 * @param positionals in order
 */
public record Arguments(Map<String, List<String>> options, List<String> positionals) {

    public Arguments {
        options = Map.copyOf(options);
        positionals = List.copyOf(positionals);
    }

    boolean has(String key) {
        return options.containsKey(key);
    }

    Optional<String> text(String key) {
        return texts(key).stream().findFirst();
    }

    List<String> texts(String key) {
        return options.getOrDefault(key, List.of());
    }

    Optional<String> positional(int index) {
        return index < positionals.size() ? Optional.of(positionals.get(index)) : Optional.empty();
    }

    /**
     * @throws BadInput if it was not given
     */
    String required(String key, String hint) {
        return text(key).orElseThrow(() -> BadInput.of("'" + key + "' is missing.", hint));
    }

    /**
     * One of some words.
     *
     * @throws BadInput if it is another
     */
    Optional<String> oneOf(String key, List<String> words) {
        Optional<String> given = text(key);
        Optional<String> word =
                given.flatMap(text -> words.stream().filter(text::equalsIgnoreCase).findFirst());
        if (given.isPresent() && word.isEmpty()) {
            throw BadInput.of(
                    "'"
                            + key
                            + "' takes "
                            + String.join(" or ", words)
                            + ", not '"
                            + given.get()
                            + "'.",
                    "");
        }
        return word;
    }
}
