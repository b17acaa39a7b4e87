package dev.belay.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

import java.io.StringWriter;

/** Writes JSON values as text. */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /** One line without blanks between tokens. */
    public static String compact(Json value) {
        return write(value, ObjectWriteContext.empty());
    }

    /** Two spaces a level, one member or item a line, LF line ends, no line end at the end. */
    public static String pretty(Json value) {
        return write(value, new PrettyContext());
    }

    private static String write(Json value, ObjectWriteContext context) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(Json value, JsonGenerator generator) {
        switch (value) {
            case JsonNull _ -> generator.writeNull();
            case JsonBoolean truth -> generator.writeBoolean(truth.truth());
            case JsonNumber(var lexeme) -> generator.writeNumber(lexeme);
            case JsonString(var characters) -> generator.writeString(characters);
            case JsonArray(var items) -> {
                generator.writeStartArray();
                items.forEach(item -> write(item, generator));
                generator.writeEndArray();
            }
            case JsonObject(var members) -> {
                generator.writeStartObject();
                members.forEach(
                        (name, member) -> {
                            generator.writeName(name);
                            write(member, generator);
                        });
                generator.writeEndObject();
            }
        }
    }

    private static final class PrettyContext extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            var indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                    .withObjectEmptySeparator("")
                                    .withArrayEmptySeparator(""))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
