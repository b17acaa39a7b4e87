package dev.belay.cli.command;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names as typed, the long one last: {@code -g}, {@code --resource-group}
 * @param label what stands for its value in help; empty for a flag
 * @param description one sentence
 * @param many whether it may be given several times
 * @param built whether it does something yet; one that is not is refused, never ignored
 */
record Option(List<String> names, String label, String description, boolean many, boolean built) {

    Option {
        names = List.copyOf(names);
    }

    static Option value(String names, String label, String description) {
        return new Option(List.of(names.split("\\|", -1)), label, description, false, true);
    }

    static Option values(String names, String label, String description) {
        return new Option(List.of(names.split("\\|", -1)), label, description, true, true);
    }

    static Option flag(String names, String description) {
        return new Option(List.of(names.split("\\|", -1)), "", description, false, true);
    }

    /** An option of the fixed command line whose work is not built yet. */
    static Option later(String names, String label) {
        return new Option(List.of(names.split("\\|", -1)), label, "Not built yet.", true, false);
    }

    boolean isFlag() {
        return label.isEmpty();
    }

    /** The name under which its values are asked for. */
    String key() {
        return names.getLast();
    }
}
