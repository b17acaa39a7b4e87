package dev.belay.template.value;

import dev.belay.template.diagnostic.TemplateFault;

/** ARM's texts for names that mean nothing. Evidence: engine. */
public final class NotFound {

    private NotFound() {}

    public static TemplateFault parameter(String name) {
        return TemplateFault.of(
                "The template parameter '"
                        + name
                        + "' is not found. Please see https://aka.ms/arm-syntax-parameters for"
                        + " usage details.");
    }

    public static TemplateFault variable(String name) {
        return TemplateFault.of(
                "The template variable '"
                        + name
                        + "' is not found. Please see https://aka.ms/arm-syntax-variables for"
                        + " usage details.");
    }

    public static TemplateFault function(String name) {
        return TemplateFault.of(
                "The template function '"
                        + name
                        + "' is not valid. Please see https://aka.ms/arm-functions for usage"
                        + " details.");
    }

    /** A user-defined function with the wrong number of arguments. */
    public static TemplateFault userArity(String name, int parameters) {
        return TemplateFault.of(
                "The template language function '"
                        + name
                        + "' expects exactly '"
                        + parameters
                        + "' parameters.");
    }

    /** {@code reference} and the like at a place that is evaluated before the deployment. */
    public static TemplateFault runtimeHere(String function) {
        return TemplateFault.of(
                "The template function '"
                        + function
                        + "' is not expected at this location. Please see"
                        + " https://aka.ms/arm-functions for usage details.");
    }

    /** {@code copyIndex} outside a loop. */
    public static TemplateFault loop() {
        return TemplateFault.of(
                "The template function 'copyIndex' is not expected at this location. The function"
                        + " can only be used in a resource with copy specified. Please see"
                        + " https://aka.ms/arm-resource-loops for usage details.");
    }
}
