package dev.belay.workflow.execution;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The texts of a definition as one blob: a JSON object of name to text. */
final class KeptTexts {

    private KeptTexts() {}

    static String write(SequencedMap<String, String> texts) {
        var json = JsonObject.builder();
        texts.forEach((name, text) -> json.put(name, text));
        return json.build().toText();
    }

    /**
     * @throws IllegalStateException if the blob is corrupt
     */
    static SequencedMap<String, String> read(String blob) {
        var texts = new LinkedHashMap<String, String>();
        try {
            JsonReader.strict()
                    .read(blob)
                    .asObject()
                    .orElseThrow()
                    .members()
                    .forEach((name, text) -> texts.put(name, text.asText().orElseThrow()));
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("A kept definition is no JSON.", e);
        }
        return texts;
    }
}
