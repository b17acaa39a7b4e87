package dev.belay.template.function;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Call;
import dev.belay.template.value.NewValues;
import dev.belay.template.value.Pending;

/** The rule that {@code newGuid} and {@code utcNow} stand only in defaults of parameters. */
public final class NewGuidSource {

    private NewGuidSource() {}

    /** What there is to make values of; stays deferred where they are kept as written. */
    public static NewValues.Given of(Call call) {
        return switch (call.environment().newValues()) {
            case NewValues.Given given -> given;
            case NewValues.Kept _ -> throw new Pending();
            case NewValues.Refused _ ->
                    throw TemplateFault.of(
                            "The template function '"
                                    + call.name()
                                    + "' is not expected at this location. The function can only be"
                                    + " used with parameter default value expresions. Please see"
                                    + " https://aka.ms/arm-functions for usage details.");
        };
    }
}
