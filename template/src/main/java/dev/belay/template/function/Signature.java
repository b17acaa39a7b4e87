package dev.belay.template.function;

import static java.util.stream.Collectors.joining;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a function is called: its name, how many arguments of which kinds. Checks both with ARM's
 * texts (evidence: engine).
 *
 * @param name as Microsoft writes it
 * @param parameters the named ones, in order
 * @param least how many arguments at least
 * @param open whether the last parameter may be repeated
 * @param single whether ARM's text for a wrong number says "must have only one parameter"
 */
public record Signature(
        String name, List<Parameter> parameters, int least, boolean open, boolean single) {

    private static final String USAGE =
            " Please see https://aka.ms/arm-functions for usage details.";
    private static final List<String> ORDINALS =
            List.of(
                    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth", "tenth");

    /**
     * @param name Microsoft's name of it
     * @param kinds the kinds it takes; empty for any
     * @param listed whether ARM's text says "one of the following types"
     */
    public record Parameter(String name, List<Kind> kinds, boolean listed) {}

    public Signature {
        parameters = List.copyOf(parameters);
    }

    public static Signature function(String name) {
        return new Signature(name, List.of(), 0, false, false);
    }

    public Signature string(String parameter) {
        return of(parameter, Kind.STRING);
    }

    public Signature integer(String parameter) {
        return of(parameter, Kind.INTEGER);
    }

    public Signature bool(String parameter) {
        return of(parameter, Kind.BOOLEAN);
    }

    public Signature array(String parameter) {
        return of(parameter, Kind.ARRAY);
    }

    public Signature object(String parameter) {
        return of(parameter, Kind.OBJECT);
    }

    /** The one text parameter of a function whose count is refused with a text of its own. */
    public Signature only(String parameter) {
        return new Signature(name, string(parameter).parameters, 1, false, true);
    }

    public Signature any(String parameter) {
        return of(parameter);
    }

    /** A parameter of one of these kinds; ARM's text says "of type 'A, B'". */
    public Signature of(String parameter, Kind... kinds) {
        return with(new Parameter(parameter, Arrays.asList(kinds), false));
    }

    /** A parameter of one of these kinds; ARM's text says "one of the following types 'A, B'". */
    public Signature oneOf(String parameter, Kind... kinds) {
        return with(new Parameter(parameter, Arrays.asList(kinds), true));
    }

    /** The last parameter may be left out; call it again for the one before it. */
    public Signature optional() {
        return new Signature(name, parameters, least - 1, open, single);
    }

    /** The last parameter may be repeated. */
    public Signature repeated() {
        return new Signature(name, parameters, least, true, single);
    }

    private Signature with(Parameter parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Signature(name, more, least + 1, open, single);
    }

    /**
     * @param written the function's name as the template writes it
     */
    public void checkCount(String written, int given) {
        int most = parameters.size();
        if (given >= least && (open || given <= most)) {
            return;
        }
        throw TemplateFault.of(countFault(written, given));
    }

    private String countFault(String written, int given) {
        if (single) {
            return "The template language function '"
                    + written
                    + "' must have only one parameter."
                    + USAGE;
        }
        if (open) {
            return "Unable to evaluate template language function '"
                    + written
                    + "'. At least "
                    + (least == 1
                            ? "one parameter"
                            : least == 2 ? "two parameter" : least + " parameters")
                    + " should be provided."
                    + USAGE;
        }
        if (parameters.isEmpty()) {
            return "The provided parameters for template language function '"
                    + written
                    + "' is not valid. The function does not accept parameters."
                    + USAGE;
        }
        return countText(written, least, parameters.size(), given);
    }

    /** ARM's text for a wrong number of arguments. */
    public static String countText(String written, int least, int most, int given) {
        String wanted = least == most ? "" + least : "between " + least + " and " + most;
        return "Unable to evaluate template language function '"
                + written
                + "': function requires "
                + wanted
                + " argument(s) while "
                + given
                + " were provided. Please see https://aka.ms/arm-resource-functions/#"
                + written
                + " for usage details.";
    }

    /**
     * @param written the function's name as the template writes it
     */
    public void checkKind(String written, int index, Kind given) {
        if (parameters.isEmpty()) {
            return;
        }
        Parameter parameter = parameters.get(Math.min(index, parameters.size() - 1));
        if (parameter.kinds().isEmpty() || parameter.kinds().contains(given)) {
            return;
        }
        String kinds = parameter.kinds().stream().map(Kind::shown).collect(joining(", "));
        throw kindFault(written, index, parameter.listed(), kinds, given.shown());
    }

    /** ARM's text for an argument of the wrong kind. */
    public TemplateFault kindFault(
            String written, int index, boolean listed, String wanted, String given) {
        boolean only = parameters.size() == 1 && !open && !listed;
        return TemplateFault.of(
                "The template language function '"
                        + written
                        + "' expects its "
                        + (only ? "" : ordinal(index) + " ")
                        + "parameter to be "
                        + (listed ? "one of the following types '" : "of type '")
                        + wanted
                        + "'. The provided value is of type '"
                        + given
                        + "'."
                        + USAGE);
    }

    /** {@code first}, {@code second} … */
    public static String ordinal(int index) {
        return index < ORDINALS.size() ? ORDINALS.get(index) : (index + 1) + "th";
    }
}
