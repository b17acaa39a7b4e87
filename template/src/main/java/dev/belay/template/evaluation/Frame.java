package dev.belay.template.evaluation;

import dev.belay.template.catalog.Functions;
import dev.belay.template.function.FunctionTable;
import dev.belay.template.value.Environment;
import dev.belay.template.value.Value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one expression is evaluated in.
 *
 * @param environment the template and the deployment around it
 * @param functions what it may call by a plain name
 * @param bound lambda variables by lower-case name
 * @param runtime whether {@code reference} and its kin may stand here
 */
record Frame(
        Environment environment,
        FunctionTable functions,
        Map<String, Value> bound,
        boolean runtime) {

    static Frame of(Environment environment) {
        return of(environment, Functions::find);
    }

    static Frame of(Environment environment, FunctionTable functions) {
        return new Frame(environment, functions, Map.of(), environment.allowsRuntime());
    }

    Frame withoutRuntime() {
        return new Frame(environment, functions, bound, false);
    }

    Frame with(Map<String, Value> variables) {
        var more = new HashMap<>(bound);
        more.putAll(variables);
        return new Frame(environment, functions, more, runtime);
    }

    /** The same without asking the outside. */
    Frame quiet() {
        return new Frame(new Quiet(environment), functions, bound, runtime);
    }

    Optional<Value> variable(String name) {
        return Optional.ofNullable(bound.get(name.toLowerCase(Locale.ROOT)));
    }
}
