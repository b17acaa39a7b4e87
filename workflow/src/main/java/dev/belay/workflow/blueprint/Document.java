package dev.belay.workflow.blueprint;

import dev.belay.json.Json;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.json.SourceMap;
import dev.belay.workflow.definition.Place;

import java.util.Optional;

/**
 * A JSON file of a blueprint.
 *
 * @param file as places show it
 */
record Document(String file, SourceMap source, Findings findings) {

    /** The file's value; a problem if it is no JSON object. */
    static Optional<Node> read(String file, String text, Findings findings) {
        JsonReader.Sourced read;
        try {
            read = JsonReader.lenient().readWithSource(text);
        } catch (JsonSyntaxException e) {
            findings.wrong(
                    new Place(file, e.line(), e.column()), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
        Json value = read.value();
        var root = new Node(new Document(file, read.source(), findings), JsonPointer.ROOT, value);
        return root.isObject("The file");
    }

    /** Where the member's name begins, else where the value stands. */
    Place place(JsonPointer pointer) {
        SourceMap.Position position = source.name(pointer).orElseGet(() -> source.nearest(pointer));
        return new Place(file, position.line(), position.column());
    }
}
