package dev.belay.workflow.execution;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.transaction.snapshot.Digest;
import dev.belay.workflow.definition.Files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The texts of a definition as one blob: a JSON object of name to text. */
final class KeptTexts {

    private KeptTexts() {}

    static String write(SequencedMap<String, String> texts) {
        var json = JsonObject.builder();
        texts.forEach((name, text) -> json.put(name, text));
        return json.build().toText();
    }

    /** The files that a run kept and no others: what is on disk by now does not matter. */
    static Files alone(SequencedMap<String, String> texts) {
        return new Over(texts, _ -> new Files.FileText.NotKept());
    }

    /** The files that a run kept, and the others as they are now. */
    static Files over(SequencedMap<String, String> texts, Files files) {
        return new Over(texts, files);
    }

    /** A folder of which something was kept has what was kept, and nothing that came since. */
    private record Over(SequencedMap<String, String> texts, Files files) implements Files {

        @Override
        public FileText read(String path) {
            return Optional.ofNullable(texts.get(path))
                    .<FileText>map(FileText.Found::new)
                    .orElseGet(() -> files.read(path));
        }

        @Override
        public List<String> below(String folder) {
            String start = folder.equals(".") ? "" : folder + "/";
            List<String> kept =
                    texts.keySet().stream()
                            .filter(path -> path.startsWith(start))
                            .map(path -> path.substring(start.length()))
                            .filter(path -> path.split("/", -1).length <= 2)
                            .sorted()
                            .toList();
            return kept.isEmpty() ? files.below(folder) : kept;
        }
    }

    /** What a run kept. */
    static SequencedMap<String, String> of(RunLog log) {
        Digest definition = log.state().opened().orElseThrow().definition();
        return read(
                log.blob(definition)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "The store of '"
                                                        + log.id()
                                                        + "' lacks "
                                                        + definition
                                                        + ".")));
    }

    /**
     * @throws IllegalStateException if the blob is corrupt
     */
    private static SequencedMap<String, String> read(String blob) {
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
