package dev.belay.template.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonBoolean;
import dev.belay.json.JsonNull;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonString;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Writes JSON as Json.NET does: compact; floats in .NET's shortest form, with a point where there
 * is no exponent; control characters and the line ends of Unicode escaped.
 */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final char quote;
    private final StringBuilder text = new StringBuilder();

    private JsonText(char quote) {
        this.quote = quote;
    }

    /** With double quotes, as {@code string} prints containers. */
    public static String of(Json json) {
        return new JsonText('"').write(json).text.toString();
    }

    /** With single quotes, as {@code format} prints containers. */
    public static String singleQuoted(Json json) {
        return new JsonText('\'').write(json).text.toString();
    }

    /** A number: integers as written, floats as .NET prints them. */
    public static String number(JsonNumber number) {
        return number.isInteger() ? number.lexeme() : floating(Double.parseDouble(number.lexeme()));
    }

    /** A double as .NET writes it into JSON, e.g. {@code 1000.0}, {@code 2E-07}. */
    public static String floating(double number) {
        var shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        if (exponent >= -5 && exponent < 15) {
            String plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = shortest.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "E"
                + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private JsonText write(Json json) {
        switch (json) {
            case JsonNull _ -> text.append("null");
            case JsonBoolean truth -> text.append(truth.truth());
            case JsonNumber number -> text.append(number(number));
            case JsonString(var characters) -> quoted(characters);
            case JsonArray(var items) -> {
                String separator = "[";
                for (Json item : items) {
                    text.append(separator);
                    write(item);
                    separator = ",";
                }
                text.append(items.isEmpty() ? "[]" : "]");
            }
            case JsonObject object -> object(object);
        }
        return this;
    }

    private void object(JsonObject object) {
        String separator = "{";
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            text.append(separator);
            quoted(member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ",";
        }
        text.append(object.isEmpty() ? "{}" : "}");
    }

    private void quoted(String characters) {
        text.append(quote);
        for (int at = 0; at < characters.length(); at++) {
            escaped(characters.charAt(at));
        }
        text.append(quote);
    }

    private void escaped(char character) {
        switch (character) {
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\\' -> text.append("\\\\");
            default -> {
                if (character == quote) {
                    text.append('\\').append(character);
                } else if (character < ' '
                        || character == 0x85
                        || character == 0x2028
                        || character == 0x2029) {
                    text.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        text.append(HEX.charAt((character >> shift) & 15));
                    }
                } else {
                    text.append(character);
                }
            }
        }
    }
}
