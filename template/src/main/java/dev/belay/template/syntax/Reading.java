package dev.belay.template.syntax;

import dev.belay.template.diagnostic.Diagnostic;

import java.util.List;

/** What came of reading a template's text. */
public sealed interface Reading {

    record Read(Template template) implements Reading {}

    /** The first diagnostic is the one that ARM reports. */
    record Refused(List<Diagnostic> diagnostics) implements Reading {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
