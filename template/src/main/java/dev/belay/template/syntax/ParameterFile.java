package dev.belay.template.syntax;

import dev.belay.json.Json;
import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.diagnostic.Diagnostic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A parameter file: {@code {"$schema", "contentVersion", "parameters": {name: {value} |
 * {reference}}}}, or only its inner object, as az takes it too.
 *
 * @param values name to value, in order
 */
public record ParameterFile(SequencedMap<String, ParameterValue> values) {

    private static final String CODE = "InvalidRequestContent";

    /** What came of reading a parameter file. */
    public sealed interface Result {
        record Read(ParameterFile file) implements Result {}

        record Refused(List<Diagnostic> diagnostics) implements Result {
            public Refused {
                diagnostics = List.copyOf(diagnostics);
            }
        }
    }

    public ParameterFile {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    public static Result read(String text) {
        try {
            JsonReader.Sourced read = JsonReader.lenient().readWithSource(text);
            return of(read.value(), Source.of(read.source()));
        } catch (JsonSyntaxException e) {
            return refused(
                    Diagnostic.of(CODE, String.valueOf(e.getMessage()))
                            .at(new Diagnostic.Span(e.line(), e.column())));
        }
    }

    private static Result of(Json json, Source source) {
        if (!(json instanceof JsonObject root)) {
            return refused(at(source, JsonPointer.ROOT, "The parameter file is not an object."));
        }
        boolean whole = root.find("parameters").flatMap(Json::asObject).isPresent();
        JsonPointer base =
                whole ? JsonPointer.of(root.nameOf("parameters").orElseThrow()) : JsonPointer.ROOT;
        JsonObject parameters =
                whole ? root.find("parameters").flatMap(Json::asObject).orElseThrow() : root;
        var values = new LinkedHashMap<String, ParameterValue>();
        for (Map.Entry<String, Json> entry : parameters.members().entrySet()) {
            if (!whole && ignored(entry.getKey())) {
                continue;
            }
            if (!(entry.getValue() instanceof JsonObject parameter)
                    || (parameter.find("value").isEmpty()
                            && parameter.find("reference").isEmpty())) {
                return refused(
                        at(
                                source,
                                base.child(entry.getKey()),
                                "The parameter '"
                                        + entry.getKey()
                                        + "' has neither a 'value' nor a 'reference'."));
            }
            values.put(entry.getKey(), value(parameter));
        }
        return new Result.Read(new ParameterFile(values));
    }

    private static boolean ignored(String member) {
        return member.equalsIgnoreCase("$schema") || member.equalsIgnoreCase("contentVersion");
    }

    private static ParameterValue value(JsonObject parameter) {
        return parameter
                .find("value")
                .<ParameterValue>map(ParameterValue.Literal::new)
                .orElseGet(
                        () ->
                                new ParameterValue.KeyVaultReference(
                                        parameter
                                                .find("reference")
                                                .flatMap(Json::asObject)
                                                .orElse(Json.object())));
    }

    private static Diagnostic at(Source source, JsonPointer pointer, String message) {
        Diagnostic diagnostic = Diagnostic.of(CODE, message).in(pointer.toString());
        return source.near(pointer).map(diagnostic::at).orElse(diagnostic);
    }

    private static Result refused(Diagnostic diagnostic) {
        return new Result.Refused(
                List.of(
                        diagnostic.hinting(
                                "Write {\"parameters\": {\"name\": {\"value\": …}}}, or the inner"
                                        + " object alone.")));
    }
}
