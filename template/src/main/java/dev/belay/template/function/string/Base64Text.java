package dev.belay.template.function.string;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.value.Call;

import java.util.Base64;
import java.util.Optional;

/** Decodes base 64 into text; bytes that are no UTF-8 become replacement characters. */
final class Base64Text {

    private Base64Text() {}

    static Optional<String> decode(String text) {
        try {
            String clean = text.replaceAll("[ \\t\\r\\n]", "");
            if (clean.length() % 4 != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(Base64.getDecoder().decode(clean), UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String decoded(Call call) {
        return decode(call.string(0))
                .orElseThrow(
                        () ->
                                TemplateFault.of(
                                        "The template language function '"
                                                + call.name()
                                                + "' was invoked with a parameter that is not"
                                                + " valid. The value cannot be decoded from base64"
                                                + " representation."));
    }
}
