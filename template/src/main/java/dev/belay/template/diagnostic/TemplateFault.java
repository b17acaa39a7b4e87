package dev.belay.template.diagnostic;

import java.util.OptionalInt;

/**
 * Evaluation cannot go on: the template is wrong. The module's one exception; thrown by expressions
 * and functions with ARM's inner text, caught by expansion, which adds the place.
 */
public final class TemplateFault extends RuntimeException {

    private final transient Diagnostic diagnostic;
    private final int offset;

    public TemplateFault(Diagnostic diagnostic) {
        this(diagnostic, -1);
    }

    private TemplateFault(Diagnostic diagnostic, int offset) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
        this.offset = offset;
    }

    /** Code {@code InvalidTemplate} with ARM's inner text. */
    public static TemplateFault of(String message) {
        return new TemplateFault(Diagnostic.invalidTemplate(message));
    }

    /**
     * Code {@code InvalidTemplate} with ARM's inner text about an expression that cannot be read.
     *
     * @param offset where in the expression's text reading stopped, in characters from 0
     */
    public static TemplateFault at(int offset, String message) {
        return new TemplateFault(Diagnostic.invalidTemplate(message), offset);
    }

    /** Where in the text of an expression that cannot be read; empty for every other fault. */
    public OptionalInt offset() {
        return offset < 0 ? OptionalInt.empty() : OptionalInt.of(offset);
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
