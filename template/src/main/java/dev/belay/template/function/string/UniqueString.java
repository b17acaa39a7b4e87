package dev.belay.template.function.string;

import static dev.belay.template.function.Signature.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.belay.template.function.Signature;
import dev.belay.template.function.TemplateFunction;
import dev.belay.template.value.Call;
import dev.belay.template.value.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code uniqueString(baseString, …)}: 13 characters of a 64-bit hash of the texts joined by
 * hyphens.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uniquestring">reference</a>
 */
public final class UniqueString implements TemplateFunction {

    private static final Signature SIGNATURE =
            function("uniqueString").string("baseString").repeated();

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    @Override
    public Value call(Call call) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < call.count(); at++) {
            parts.add(call.string(at));
        }
        long hash = Murmur.hash64(String.join("-", parts).getBytes(UTF_8));
        var text = new StringBuilder();
        for (int at = 0; at < 13; at++) {
            text.append(ALPHABET.charAt((int) (hash >>> 59)));
            hash <<= 5;
        }
        return Value.of(text.toString());
    }
}
