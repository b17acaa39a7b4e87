package dev.belay.template.expansion;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.util.stream.Collectors;

/**
 * Python's {@code json.dumps}: one line, {@code ", "} and {@code ": "}, other characters than ASCII
 * escaped. The positions in the engine's answers count in such texts.
 */
final class PythonJson {

    private PythonJson() {}

    static String dumps(Json json) {
        return switch (json) {
            case JsonObject object ->
                    object.members().entrySet().stream()
                            .map(member -> text(member.getKey()) + ": " + dumps(member.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case JsonArray(var items) ->
                    items.stream()
                            .map(PythonJson::dumps)
                            .collect(Collectors.joining(", ", "[", "]"));
            case JsonString(var text) -> text(text);
            case Json other -> other.toText();
        };
    }

    private static String text(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> {
                    if (character < ' ' || character > '~') {
                        quoted.append("\\u%04x".formatted((int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
