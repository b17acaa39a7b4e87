package dev.belay.template.syntax;

import dev.belay.json.JsonObject;
import dev.belay.json.JsonPointer;
import dev.belay.json.JsonReader;
import dev.belay.json.JsonSyntaxException;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.syntax.Template.ResourceDeclaration;

import java.util.List;

/**
 * Reads the text of a template as ARM does: comments, trailing commas, single quotes and bare names
 * pass; 64 levels deep at most. Evidence: engine.
 */
public final class TemplateReader {

    /** Json.NET's limit of nesting. */
    public static final int DEEPEST = 64;

    private TemplateReader() {}

    public static Reading read(String text) {
        try {
            JsonReader.Sourced read = JsonReader.lenient().deepest(DEEPEST).readWithSource(text);
            Source source = Source.of(read.source());
            return read.value() instanceof JsonObject json
                    ? TemplateModel.root(json, source)
                    : new Reading.Refused(
                            List.of(
                                    Diagnostic.invalidTemplate("The template is not a JSON object.")
                                            .at(source.near(JsonPointer.ROOT).orElseThrow())));
        } catch (JsonSyntaxException e) {
            return new Reading.Refused(
                    List.of(
                            Diagnostic.invalidTemplate(String.valueOf(e.getMessage()))
                                    .at(new Diagnostic.Span(e.line(), e.column()))));
        }
    }

    /**
     * The root template of a deployment, already read as a part of the request.
     *
     * @param source where it stands in the request
     */
    public static Reading root(JsonObject json, Source source) {
        return TemplateModel.root(json, source);
    }

    /**
     * The template of a nested deployment.
     *
     * @param source where it stands, {@link Source#NONE} for one that an expression has made
     */
    public static Reading nested(JsonObject json, Source source) {
        return TemplateModel.nested(json, source);
    }

    /** The children in a resource's {@code resources}. */
    public static List<ResourceDeclaration> children(ResourceDeclaration parent) {
        return TemplateModel.resources(
                parent.member("resources"),
                parent.pointer().child(parent.json().nameOf("resources").orElse("resources")));
    }
}
