package dev.belay.transaction.run;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;

import java.util.Comparator;
import java.util.List;

/**
 * Keeps secrets that were sent out of texts that ARM answers. Very short ones are not looked for:
 * they would blank out ordinary words.
 */
final class Redaction {

    static final Redaction NONE = new Redaction(List.of());

    private static final int SHORTEST = 4;
    private static final String PLACEHOLDER = "[secure]";

    private final List<String> secrets;

    Redaction(List<String> secrets) {
        this.secrets =
                secrets.stream()
                        .filter(secret -> secret.length() >= SHORTEST)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    ArmError of(ArmError error) {
        if (secrets.isEmpty()) {
            return error;
        }
        return new ArmError(
                error.code(),
                text(error.message()),
                error.target().map(this::text),
                error.details().stream().map(this::of).toList(),
                error.additionalInfo().stream().map(this::of).toList());
    }

    private Json of(Json json) {
        try {
            return JsonReader.strict().read(text(JsonWriter.compact(json)));
        } catch (JsonSyntaxException _) {
            return Json.of(PLACEHOLDER);
        }
    }

    private String text(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, PLACEHOLDER).replace(escaped(secret), PLACEHOLDER);
        }
        return clean;
    }

    private static String escaped(String secret) {
        String quoted = JsonWriter.compact(Json.of(secret));
        return quoted.substring(1, quoted.length() - 1);
    }
}
