package dev.belay.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads JSON text. Equal member names: the last value wins. A byte-order mark at the front is
 * skipped.
 *
 * <p>{@link #strict()} takes RFC 8259; {@link #lenient()} also what ARM and az take: comments,
 * trailing commas, unquoted and single-quoted member names, single-quoted strings and strings over
 * several lines.
 */
public final class JsonReader {

    /** Most characters of one text: ARM refuses bodies far smaller than this. */
    public static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    /** Deepest nesting, Json.NET's limit for a template is 64. */
    public static final int DEEPEST = 256;

    private static final JsonReader STRICT = new JsonReader(false, DEEPEST);
    private static final JsonReader LENIENT = new JsonReader(true, DEEPEST);

    /**
     * A value together with where its parts stood.
     *
     * @param value what was read
     * @param source positions in the text
     */
    public record Sourced(Json value, SourceMap source) {}

    private final JsonFactory factory;
    private final int deepest;
    private final boolean lenient;

    private JsonReader(boolean lenient, int deepest) {
        this.lenient = lenient;
        this.deepest = deepest;
        this.factory =
                JsonFactory.builder()
                        .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, lenient)
                        .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, lenient)
                        .configure(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES, lenient)
                        .configure(JsonReadFeature.ALLOW_SINGLE_QUOTES, lenient)
                        .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, lenient)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(deepest)
                                        .maxStringLength(MOST_CHARACTERS)
                                        .maxNumberLength(1000)
                                        .maxNameLength(50_000)
                                        .build())
                        .build();
    }

    public static JsonReader strict() {
        return STRICT;
    }

    public static JsonReader lenient() {
        return LENIENT;
    }

    /** This reader with another limit of nesting. */
    public JsonReader deepest(int levels) {
        return new JsonReader(lenient, levels);
    }

    /**
     * @throws JsonSyntaxException if the text is no JSON value, or exceeds a limit
     */
    public Json read(String text) {
        return run(text, new Builder(null));
    }

    /**
     * @throws JsonSyntaxException if the text is no JSON value, or exceeds a limit
     */
    public Sourced readWithSource(String text) {
        var positions = new Positions();
        Json value = run(text, new Builder(positions));
        return new Sourced(value, new SourceMap(positions.values, positions.names));
    }

    private Json run(String text, Builder builder) {
        if (text.length() > MOST_CHARACTERS) {
            throw new JsonSyntaxException(
                    "The text has more than " + MOST_CHARACTERS + " characters.", 1, 1);
        }
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), marked)) {
            if (parser.nextToken() == null) {
                throw syntax("The text holds no JSON value.", parser.currentLocation());
            }
            Json value = builder.value(parser, JsonPointer.ROOT);
            if (parser.nextToken() != null) {
                throw syntax(
                        "Additional text after the end of the JSON value.",
                        parser.currentTokenLocation());
            }
            return value;
        } catch (StreamReadException e) {
            throw syntax(forPeople(e.getOriginalMessage()), e.getLocation());
        } catch (StreamConstraintsException e) {
            throw syntax(
                    "The text is nested deeper than "
                            + deepest
                            + " levels, or one of its tokens is too long.",
                    e.getLocation());
        }
    }

    /** Jackson's text without its notes for programmers, as a sentence. */
    private static String forPeople(String message) {
        String text =
                message.replaceAll(" \\((start marker at|for \\w+ starting at) .*", "")
                        .replaceAll(" \\(code \\d+\\)", "");
        return text.endsWith(".") ? text : text + ".";
    }

    private static JsonSyntaxException syntax(
            String message, @org.jspecify.annotations.Nullable TokenStreamLocation at) {
        return at == null
                ? new JsonSyntaxException(message, 1, 1)
                : new JsonSyntaxException(
                        message, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static final class Positions {
        final Map<JsonPointer, SourceMap.Position> values = new HashMap<>();
        final Map<JsonPointer, SourceMap.Position> names = new HashMap<>();
    }

    private record Builder(@org.jspecify.annotations.Nullable Positions positions) {

        Json value(JsonParser parser, JsonPointer pointer) {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(parser, pointer);
                case START_ARRAY -> array(parser, pointer);
                case VALUE_STRING -> ended(parser, pointer, new JsonString(parser.getString()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer);
                case VALUE_TRUE -> ended(parser, pointer, JsonBoolean.TRUE);
                case VALUE_FALSE -> ended(parser, pointer, JsonBoolean.FALSE);
                case VALUE_NULL -> ended(parser, pointer, JsonNull.NULL);
                default ->
                        throw syntax(
                                "Unexpected token " + parser.currentToken() + ".",
                                parser.currentTokenLocation());
            };
        }

        private Json number(JsonParser parser, JsonPointer pointer) {
            try {
                return ended(parser, pointer, new JsonNumber(parser.getString()));
            } catch (IllegalArgumentException e) {
                throw syntax("The number is out of range.", parser.currentTokenLocation());
            }
        }

        private JsonArray array(JsonParser parser, JsonPointer pointer) {
            opened(parser, pointer);
            var items = new ArrayList<Json>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser, positions == null ? pointer : pointer.child(items.size())));
            }
            return new JsonArray(items);
        }

        private JsonObject object(JsonParser parser, JsonPointer pointer) {
            opened(parser, pointer);
            var members = new LinkedHashMap<String, Json>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonPointer below = positions == null ? pointer : pointer.child(name);
                if (positions != null) {
                    positions.names.put(below, start(parser.currentTokenLocation()));
                }
                parser.nextToken();
                members.put(name, value(parser, below));
            }
            return new JsonObject(members);
        }

        private Json ended(JsonParser parser, JsonPointer pointer, Json value) {
            if (positions != null) {
                TokenStreamLocation end = parser.currentLocation();
                positions.values.put(
                        pointer,
                        new SourceMap.Position(
                                end.getLineNr(), Math.max(1, end.getColumnNr() - 1)));
            }
            return value;
        }

        private void opened(JsonParser parser, JsonPointer pointer) {
            if (positions != null) {
                positions.values.put(pointer, start(parser.currentTokenLocation()));
            }
        }

        private static SourceMap.Position start(TokenStreamLocation at) {
            return new SourceMap.Position(at.getLineNr(), at.getColumnNr());
        }
    }
}
