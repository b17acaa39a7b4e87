package dev.belay.template.function.string;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.function.JsonText;

import java.util.List;

/** .NET's composite format: {@code {index,alignment:format}}, doubled braces for braces. */
final class CompositeFormat {

    /** Longest text that the language yields: a wider alignment need not be carried out. */
    private static final int LONGEST = 1_000_000;

    private final String format;
    private final List<Json> arguments;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private CompositeFormat(String format, List<Json> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    static String of(String format, List<Json> arguments) {
        return new CompositeFormat(format, arguments).formatted();
    }

    private String formatted() {
        while (at < format.length()) {
            char character = format.charAt(at++);
            boolean doubled = at < format.length() && format.charAt(at) == character;
            if ((character == '{' || character == '}') && doubled) {
                text.append(character);
                at++;
            } else if (character == '{') {
                item();
            } else if (character == '}' && at == format.length()) {
                throw broken("Format item ends prematurely.");
            } else if (character == '}') {
                throw broken("Unexpected closing brace without a corresponding opening brace.");
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private void item() {
        if (at == format.length()) {
            throw broken("Format item ends prematurely.");
        }
        if (!isDigit()) {
            throw broken("Expected an ASCII digit.");
        }
        int index = digits();
        blanks();
        int width = 0;
        if (peek() == ',') {
            at++;
            blanks();
            boolean left = peek() == '-';
            at += left ? 1 : 0;
            if (!isDigit()) {
                throw broken("Expected an ASCII digit.");
            }
            width = left ? -digits() : digits();
            blanks();
        }
        String pattern = "";
        if (peek() == ':') {
            int start = ++at;
            while (peek() != '}') {
                at++;
            }
            pattern = format.substring(start, at);
        }
        if (peek() != '}') {
            throw broken("Expected an ASCII digit.");
        }
        at++;
        if (index >= arguments.size()) {
            throw fault(
                    "Index (zero based) must be greater than or equal to zero and less than the"
                            + " size of the argument list.");
        }
        aligned(shown(arguments.get(index), pattern), width);
    }

    private void aligned(String shown, int width) {
        String padding =
                " ".repeat(Math.clamp(Math.abs((long) width) - shown.length(), 0, LONGEST));
        text.append(width > 0 ? padding : "").append(shown).append(width > 0 ? "" : padding);
    }

    private static String shown(Json argument, String pattern) {
        return switch (argument) {
            case JsonString(var characters) -> characters;
            case JsonBoolean truth -> truth.truth() ? "True" : "False";
            case JsonNull _ -> "";
            case JsonNumber number ->
                    NumberFormat.of(number, pattern)
                            .orElseThrow(() -> fault("Format specifier was invalid."));
            case JsonArray array -> JsonText.singleQuoted(array);
            case JsonObject object -> JsonText.singleQuoted(object);
        };
    }

    private char peek() {
        if (at == format.length()) {
            throw broken("Format item ends prematurely.");
        }
        return format.charAt(at);
    }

    private boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    private int digits() {
        int number = 0;
        while (isDigit() && number < LONGEST) {
            number = number * 10 + (format.charAt(at++) - '0');
        }
        return number;
    }

    private void blanks() {
        while (peek() == ' ') {
            at++;
        }
    }

    private TemplateFault broken(String what) {
        return fault(
                "Input string was not in a correct format. Failure to parse near offset "
                        + at
                        + ". "
                        + what);
    }

    private static TemplateFault fault(String what) {
        return TemplateFault.of(
                "Unable to evaluate language function 'format': the format is invalid: '"
                        + what
                        + "'. Please see https://aka.ms/arm-function-format for usage details.");
    }
}
