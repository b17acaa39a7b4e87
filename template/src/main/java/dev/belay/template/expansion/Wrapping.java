package dev.belay.template.expansion;

import dev.belay.json.JsonPointer;
import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.diagnostic.Diagnostic.Span;
import dev.belay.template.diagnostic.TemplateFault;
import dev.belay.template.syntax.Source;

import java.util.List;
import java.util.Optional;

/** Puts an expression's own text under the sentence that says where it stands. Evidence: engine. */
final class Wrapping {

    private static final String FUNCTIONS =
            ". Please see https://aka.ms/arm-functions for usage details.";

    // Faults that name their own place are not wrapped again.
    private static final List<String> WHOLE =
            List.of(
                    "The template parameter '",
                    "The template variable '",
                    "The template expression in parameter '",
                    "The deployment metadata '",
                    "The provided value ",
                    "The template 'copy' definition",
                    "The template function at line",
                    "Template language version ",
                    "The extension with the alias ");

    private Wrapping() {}

    static boolean isWhole(TemplateFault fault) {
        String message = fault.diagnostic().message();
        return fault.diagnostic().path().isPresent()
                || WHOLE.stream().anyMatch(message::startsWith)
                || (message.startsWith("The '") && message.contains("' symbol"));
    }

    static TemplateFault resource(
            String name, Source source, JsonPointer pointer, TemplateFault inner) {
        return wrapped(
                "The template resource '"
                        + name
                        + "'"
                        + at(source.at(pointer))
                        + " is not valid: "
                        + inner.diagnostic().message()
                        + FUNCTIONS,
                source,
                pointer,
                inner);
    }

    static TemplateFault variable(
            String name, Source source, JsonPointer pointer, TemplateFault inner) {
        return wrapped(
                "The template variable '"
                        + name
                        + "' is not valid: "
                        + inner.diagnostic().message()
                        + FUNCTIONS,
                source,
                pointer,
                inner);
    }

    static TemplateFault parameter(
            String name, Source source, JsonPointer pointer, TemplateFault inner) {
        return wrapped(
                "The template expression in parameter '"
                        + name
                        + "'"
                        + at(source.at(pointer))
                        + " is not valid: "
                        + inner.diagnostic().message(),
                source,
                pointer,
                inner);
    }

    /** The same text with the place added. */
    static TemplateFault placed(Source source, JsonPointer pointer, TemplateFault fault) {
        return fault.diagnostic().path().isPresent()
                ? fault
                : new TemplateFault(place(fault.diagnostic(), source, pointer));
    }

    static TemplateFault of(String message, Source source, JsonPointer pointer) {
        return new TemplateFault(place(Diagnostic.invalidTemplate(message), source, pointer));
    }

    /** {@code " at line '1' and column '2'"}, as ARM's messages say it. */
    static String at(Optional<Span> span) {
        return " at line '"
                + span.map(s -> Integer.toString(s.line())).orElse("<null>")
                + "' and column '"
                + span.map(s -> Integer.toString(s.column())).orElse("<null>")
                + "'";
    }

    private static TemplateFault wrapped(
            String message, Source source, JsonPointer pointer, TemplateFault inner) {
        return isWhole(inner)
                ? placed(source, pointer, inner)
                : new TemplateFault(place(inner.diagnostic().saying(message), source, pointer));
    }

    private static Diagnostic place(Diagnostic diagnostic, Source source, JsonPointer pointer) {
        Diagnostic in = diagnostic.in(source.absolute(pointer).toString());
        return source.near(pointer).map(in::at).orElse(in);
    }
}
