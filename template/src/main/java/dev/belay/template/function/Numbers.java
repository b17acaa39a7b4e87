package dev.belay.template.function;

import dev.belay.json.JsonNumber;
import dev.belay.template.diagnostic.TemplateFault;

/** Numbers of the language: 64 bits, and where .NET takes 32 bits, 32. */
public final class Numbers {

    private Numbers() {}

    /**
     * @throws TemplateFault if the number does not fit 64 bits
     */
    public static long int64(JsonNumber number) {
        return number.asLong()
                .orElseThrow(
                        () ->
                                TemplateFault.of(
                                        "Value was either too large or too small for an Int64."));
    }

    /**
     * @throws TemplateFault with the engine's text if the number does not fit 32 bits
     */
    public static int int32(JsonNumber number) {
        long wide = int64(number);
        if (wide != (int) wide) {
            throw TemplateFault.of(
                    "The value '"
                            + wide
                            + "' cannot be used as a number because it is either too large or too"
                            + " small. The value must be between -2147483648 and 2147483647.");
        }
        return (int) wide;
    }
}
