package dev.belay.template.function;

import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

/** A function of the template language. */
public interface TemplateFunction {

    Signature signature();

    /**
     * The function's result.
     *
     * @throws dev.belay.template.diagnostic.TemplateFault if the arguments make no sense
     */
    Value call(Call call);

    /**
     * Whether it decides itself which arguments to evaluate. All others get every argument
     * evaluated from left to right, and stay deferred when one of them is.
     */
    default boolean lazy() {
        return false;
    }

    /** Whether its arguments must be known before the deployment: {@code reference} and its kin. */
    default boolean refusesRuntimeArguments() {
        return false;
    }
}
