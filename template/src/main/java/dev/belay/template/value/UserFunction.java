package dev.belay.template.value;

import dev.belay.json.Json;

import java.util.List;
import java.util.Map;

/** A function that the template itself defines. */
public interface UserFunction {

    /** {@code namespace.name} as defined. */
    String name();

    List<String> parameters();

    /** The output's value as it stands in the template. */
    Json body();

    /**
     * What the body sees: its own arguments by {@code parameters(name)}, and what the language
     * allows besides.
     *
     * @param arguments by parameter name; an argument may be deferred
     * @throws dev.belay.template.diagnostic.TemplateFault if an argument has the wrong type
     */
    Environment inside(Map<String, Value> arguments);

    /**
     * @throws dev.belay.template.diagnostic.TemplateFault if the result has the wrong type
     */
    Value checked(Value result);
}
