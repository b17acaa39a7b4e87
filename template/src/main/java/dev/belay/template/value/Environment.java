package dev.belay.template.value;

import dev.belay.json.Json;

import java.util.List;
import java.util.Optional;

/**
 * What an expression sees of its template and of the deployment, at the place where it stands.
 * Supplied by expansion.
 */
public interface Environment {

    /**
     * A parameter's value. One that is not to be shown in residuals may be a {@code Deferred} over
     * a carried value.
     *
     * @throws dev.belay.template.diagnostic.TemplateFault if there is no such parameter, see {@link
     *     NotFound}
     */
    Value parameter(String name);

    /**
     * A variable's value.
     *
     * @throws dev.belay.template.diagnostic.TemplateFault if there is no such variable, see {@link
     *     NotFound}
     */
    Value variable(String name);

    /** The function {@code namespace.name}, letter case ignored. */
    Optional<UserFunction> userFunction(String qualifiedName);

    /**
     * The current index of a loop.
     *
     * @param loop its name, or empty for the loop of the resource or output that stands here
     * @throws dev.belay.template.diagnostic.TemplateFault if there is no such loop here
     */
    long copyIndex(Optional<String> loop);

    ScopeContext scope();

    /** Whether {@code reference}, {@code list*} and their kin may stand here. */
    boolean allowsRuntime();

    NewValues newValues();

    /** Whether the template has a {@code languageVersion}, as symbolic names need. */
    boolean symbolicNames();

    /** The resource of this template that the argument of {@code reference} means. */
    Optional<ResourceTarget> resolve(String reference);

    /** All instances of a loop of resources but those whose condition is false, in order. */
    Optional<List<ResourceTarget>> resolveLoop(String loop);

    /**
     * What {@code reference(name)} of a nested deployment of this template yields if its outputs
     * are known without deploying.
     */
    Optional<Value> nestedDeployment(String reference);

    RuntimePort port();

    /** A copy of this environment's value of {@code extensions(alias)}. */
    Optional<Json> extension(String alias);
}
