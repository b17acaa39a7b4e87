package dev.belay.template.function;

import dev.belay.json.Json;
import dev.belay.json.JsonArray;
import dev.belay.json.JsonNumber;
import dev.belay.json.JsonObject;
import dev.belay.template.diagnostic.TemplateFault;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads JSON as Json.NET does for {@code json()}: comments, single quotes, bare names, commas to
 * spare, hexadecimal and octal numbers; what stands behind the first value is ignored. Evidence:
 * engine.
 */
public final class LenientJson {

    private static final int DEEPEST = 64;
    private static final Pattern FLOAT =
            Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** The text is no JSON; never leaves this class. */
    private static final class Broken extends RuntimeException {
        Broken() {
            super("not JSON", null, false, false);
        }
    }

    private final String text;
    private int at;

    private LenientJson(String text) {
        this.text = text;
    }

    /** The value; empty if the text is no JSON, not even for Json.NET. */
    public static Optional<Json> read(String text) {
        try {
            return Optional.of(new LenientJson(text).value(0));
        } catch (Broken _) {
            return Optional.empty();
        }
    }

    private Json value(int depth) {
        blanks();
        if (depth >= DEEPEST && (peek() == '[' || peek() == '{')) {
            throw TemplateFault.of(
                    "The maximum configured depth of 64 has been exceeded. Cannot read next JSON"
                            + " array. LineNumber: 0 | BytePositionInLine: "
                            + 4 * (at + 1)
                            + ".");
        }
        char first = peek();
        return switch (first) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"', '\'' -> Json.of(string());
            default -> word();
        };
    }

    private Json object(int depth) {
        at++;
        var members = new LinkedHashMap<String, Json>();
        while (true) {
            blanks();
            if (end() || peek() == '}') {
                at++;
                return new JsonObject(members);
            }
            String name = peek() == '"' || peek() == '\'' ? string() : bareName();
            blanks();
            expect(':');
            Json value = value(depth + 1);
            members.put(name, value);
            blanks();
            if (!end() && peek() != '}') {
                expect(',');
            }
        }
    }

    private String bareName() {
        int start = at;
        while (!end() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '$')) {
            at++;
        }
        if (at == start) {
            throw new Broken();
        }
        return text.substring(start, at);
    }

    private Json array(int depth) {
        at++;
        List<Json> items = new ArrayList<>();
        while (true) {
            blanks();
            if (end() && !items.isEmpty()) {
                return new JsonArray(items);
            }
            if (peek() == ']') {
                at++;
                return new JsonArray(items);
            }
            if (peek() == ',') {
                at++;
                items.add(Json.nullValue());
                continue;
            }
            items.add(value(depth + 1));
            blanks();
            if (!end() && peek() != ']') {
                expect(',');
            }
        }
    }

    private String string() {
        char quote = text.charAt(at++);
        var characters = new StringBuilder();
        while (true) {
            char character = peek();
            at++;
            if (character == quote) {
                return characters.toString();
            }
            characters.append(character == '\\' ? escape() : character);
        }
    }

    private char escape() {
        char character = peek();
        at++;
        return switch (character) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\'', '\\', '/' -> character;
            case 'u' -> unicode();
            default -> throw new Broken();
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw new Broken();
        }
        String digits = text.substring(at, at + 4);
        at += 4;
        try {
            return (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException _) {
            throw new Broken();
        }
    }

    private Json word() {
        int start = at;
        while (!end() && ",]}:/".indexOf(peek()) < 0 && !Character.isWhitespace(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> Json.of(true);
            case "false" -> Json.of(false);
            case "null", "undefined" -> Json.nullValue();
            default -> number(word);
        };
    }

    private static Json number(String word) {
        String digits = word.startsWith("-") ? word.substring(1) : word;
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return signed(word, new BigInteger(digits.substring(2), 16));
            }
            if (digits.matches("\\d+")) {
                boolean octal = digits.length() > 1 && digits.startsWith("0");
                return signed(word, new BigInteger(digits, octal ? 8 : 10));
            }
        } catch (NumberFormatException _) {
            throw new Broken();
        }
        if (!FLOAT.matcher(word).matches()) {
            throw new Broken();
        }
        double number = Double.parseDouble(word);
        if (Double.isInfinite(number)) {
            throw new Broken();
        }
        return new JsonNumber(JsonText.floating(number));
    }

    private static Json signed(String word, BigInteger number) {
        return new JsonNumber((word.startsWith("-") ? number.negate() : number).toString());
    }

    private void blanks() {
        while (!end()) {
            if (Character.isWhitespace(peek()) || peek() == 0xa0) {
                at++;
            } else if (text.startsWith("//", at)) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                if (close < 0) {
                    throw new Broken();
                }
                at = close + 2;
            } else {
                return;
            }
        }
    }

    private boolean end() {
        return at >= text.length();
    }

    private char peek() {
        if (end()) {
            throw new Broken();
        }
        return text.charAt(at);
    }

    private void expect(char character) {
        if (peek() != character) {
            throw new Broken();
        }
        at++;
    }
}
