package dev.belay.workflow.execution;

import dev.belay.arm.ArmError;
import dev.belay.json.Json;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonString;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.JsonWriter;
import dev.belay.template.value.Value;
import dev.belay.workflow.definition.Values;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a run's secrets out of texts: as they are, line by line, and as JSON, addresses and base64
 * write them. Very short ones are not looked for: they would blank out ordinary words.
 */
final class Redaction {

    private static final int SHORTEST = 4;
    private static final String PLACEHOLDER = "[secure]";

    private final List<String> secrets;

    private Redaction(Set<String> secrets) {
        this.secrets =
                secrets.stream()
                        .filter(secret -> secret.strip().length() >= SHORTEST)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** Of everything secret that the run knows. */
    static Redaction of(Values values) {
        Set<String> secrets = new LinkedHashSet<>();
        values.inputs().values().forEach(value -> collect(value, false, secrets));
        values.provisioners().values().forEach(value -> collect(value, false, secrets));
        values.steps().values().forEach(step -> collect(step.outputs(), false, secrets));
        return new Redaction(secrets);
    }

    private static void collect(Value value, boolean secret, Set<String> secrets) {
        boolean hidden = secret || value instanceof Value.Secure;
        if (value.asMembers().isPresent()) {
            value.asMembers().get().values().forEach(each -> collect(each, hidden, secrets));
        } else if (value.asItems().isPresent()) {
            value.asItems().get().forEach(each -> collect(each, hidden, secrets));
        } else if (hidden) {
            value.known().ifPresent(json -> forms(text(json), secrets));
        }
    }

    private static String text(Json json) {
        return json instanceof JsonString(var text) ? text : json.toText();
    }

    private static void forms(String secret, Set<String> forms) {
        forms.add(secret);
        secret.lines().forEach(forms::add);
        String quoted = JsonWriter.compact(Json.of(secret));
        forms.add(quoted.substring(1, quoted.length() - 1));
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether a secret stands in the text. */
    boolean finds(String text) {
        return !text(text).equals(text);
    }

    String text(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, PLACEHOLDER);
        }
        return clean;
    }

    ArmError of(ArmError error) {
        return new ArmError(
                error.code(),
                text(error.message()),
                error.target().map(this::text),
                error.details().stream().map(this::of).toList(),
                error.additionalInfo().stream().map(this::of).toList());
    }

    Json of(Json json) {
        try {
            return JsonReader.strict().read(text(JsonWriter.compact(json)));
        } catch (JsonSyntaxException _) {
            return Json.of(PLACEHOLDER);
        }
    }
}
