package dev.belay.template.diagnostic;

/**
 * Evaluation cannot go on: the template is wrong. The module's one exception; thrown by expressions
 * and functions with ARM's inner text, caught by expansion, which adds the place.
 */
public final class TemplateFault extends RuntimeException {

    private final transient Diagnostic diagnostic;

    public TemplateFault(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** Code {@code InvalidTemplate} with ARM's inner text. */
    public static TemplateFault of(String message) {
        return new TemplateFault(Diagnostic.invalidTemplate(message));
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
