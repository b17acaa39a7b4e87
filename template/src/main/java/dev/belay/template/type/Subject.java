package dev.belay.template.type;

import dev.belay.template.diagnostic.TemplateFault;

/**
 * Whose value is checked, as ARM's messages say it.
 *
 * @param before the sentence up to the name
 * @param after the sentence behind the name
 */
public record Subject(String before, String after) {

    public static final Subject PARAMETER =
            new Subject("The provided value for the template parameter '", "' is not valid. ");

    public static final Subject OUTPUT =
            new Subject("The provided value for the template output '", "' is not valid. ");

    /** An argument of a user-defined function. */
    public static Subject argumentOf(String function) {
        return new Subject(
                "The provided value for the '",
                "' parameter of the user-defined function '" + function + "' is not valid. ");
    }

    /** The result of a user-defined function; its name is the function's. */
    public static final Subject RESULT =
            new Subject(
                    "The provided value for the output of the user-defined function '",
                    "' is not valid. ");

    TemplateFault fault(String path, String what) {
        return TemplateFault.of(before + path + after + what);
    }
}
