package dev.belay.template.expansion;

import dev.belay.template.diagnostic.Diagnostic;
import dev.belay.template.value.RuntimeRead;

import java.util.List;
import java.util.Set;

/** How far an expansion came. */
public sealed interface ExpansionResult {

    record Done(Expanded expanded) implements ExpansionResult {}

    /** To be fetched and put into the {@link Answers}; then expand again. */
    record Needs(Set<RuntimeRead> reads, Set<DocumentRef> documents) implements ExpansionResult {
        public Needs {
            reads = Set.copyOf(reads);
            documents = Set.copyOf(documents);
        }
    }

    /** The first is the one that ARM reports. */
    record Rejected(List<Diagnostic> diagnostics) implements ExpansionResult {
        public Rejected {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
