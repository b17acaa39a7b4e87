package dev.belay.cli.command;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.syntax.Template;

import java.util.Locale;
import java.util.Optional;

/** How a text on the command line becomes the value of a parameter: by its declared type. */
final class ParameterTypes {

    private static final String REFERENCE = "#/definitions/";

    private ParameterTypes() {}

    /** The declared type in lower case, through user-defined types; {@code string} if unclear. */
    static String of(Template.Declaration declaration, Template template) {
        return of(declaration.json(), template, 0);
    }

    private static String of(Json declaration, Template template, int depth) {
        Optional<String> reference = declaration.textAt("/$ref");
        if (reference.isPresent() && depth < 32) {
            String name = reference.get().replaceFirst("^" + REFERENCE, "");
            Json definition = template.definitions().get(name);
            return definition == null ? "string" : of(definition, template, depth + 1);
        }
        return declaration
                .asObject()
                .flatMap(object -> object.find("type"))
                .flatMap(Json::asText)
                .orElse("string")
                .toLowerCase(Locale.ROOT);
    }

    /** The value; empty if the text is none of that type. */
    static Optional<Json> read(String type, String text) {
        return switch (type) {
            case "int" -> parse(text).filter(ParameterTypes::whole);
            case "bool" ->
                    text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                            ? Optional.of(Json.of(text.equalsIgnoreCase("true")))
                            : Optional.empty();
            case "array" -> parse(text).filter(JsonArray.class::isInstance);
            case "object", "secureobject" -> parse(text).filter(JsonObject.class::isInstance);
            default -> Optional.of(Json.of(text));
        };
    }

    private static boolean whole(Json value) {
        return value instanceof JsonNumber number && number.isInteger();
    }

    private static Optional<Json> parse(String text) {
        try {
            return Optional.of(JsonReader.lenient().read(text.strip()));
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    static String hint(String type) {
        return switch (type) {
            case "int" -> "Write a whole number.";
            case "bool" -> "Write true or false.";
            case "array" -> "Write JSON, quoted for the shell: 'name=[\"a\", \"b\"]'.";
            case "object", "secureobject" ->
                    "Write JSON, quoted for the shell: 'name={\"a\": 1}', or name=@FILE.";
            default -> "";
        };
    }
}
