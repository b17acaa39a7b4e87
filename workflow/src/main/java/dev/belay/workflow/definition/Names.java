package dev.belay.workflow.definition;

import java.util.regex.Pattern;

/** Names that expressions and the command line use: of inputs and provisioners, ids of steps. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private Names() {}

    /** Notes a name that cannot be written in an expression or after {@code --set}. */
    static void check(String what, String name, Place place, Problems problems) {
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    place,
                    "'" + name + "' cannot be the " + what + ".",
                    "Use a letter, then letters, digits, '_' and '-', 64 at most.");
        }
    }
}
