package dev.belay.template.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that is wrong with a template.
 *
 * @param code ARM's error code, e.g. {@code InvalidTemplate}
 * @param message ARM's own text, whole sentences
 * @param span where it stands in the text as sent, if known
 * @param path pointer of the member it stands in, e.g. {@code /resources/0/name}, if known
 * @param hint what to do about it, in our words
 */
public record Diagnostic(
        String code,
        String message,
        Optional<Span> span,
        Optional<String> path,
        Optional<String> hint) {

    /** The code of nearly everything that ARM says about a template's content. */
    public static final String INVALID_TEMPLATE = "InvalidTemplate";

    public Diagnostic {
        requireNonNull(code);
        requireNonNull(message);
    }

    /**
     * A place in the text as sent, counted as Json.NET counts.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Span(int line, int column) {}

    public static Diagnostic of(String code, String message) {
        return new Diagnostic(code, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Code {@code InvalidTemplate}, place not yet known. */
    public static Diagnostic invalidTemplate(String message) {
        return of(INVALID_TEMPLATE, message);
    }

    public Diagnostic at(Span place) {
        return new Diagnostic(code, message, Optional.of(place), path, hint);
    }

    public Diagnostic in(String pointer) {
        return new Diagnostic(code, message, span, Optional.of(pointer), hint);
    }

    public Diagnostic hinting(String advice) {
        return new Diagnostic(code, message, span, path, Optional.of(advice));
    }

    /** The same fault under a text that wraps this one's. */
    public Diagnostic saying(String wrapped) {
        return new Diagnostic(code, wrapped, span, path, hint);
    }
}
